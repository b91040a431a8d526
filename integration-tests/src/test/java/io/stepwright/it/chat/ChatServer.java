package io.stepwright.it.chat;

import com.sun.net.httpserver.*;
import io.stepwright.runtime.*;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Answers {@code POST /chat/<id>}: a question in, an answer out. */
record ChatServer(Conversations conversations, ChatBot bot) {

  static HttpServer start(AgentRuntime runtime, int port) throws IOException {
    ChatServer chat = new ChatServer(runtime.conversations(), new WiredChatBot(runtime));
    HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
    server.createContext("/chat/", chat::handle);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return server;
  }

  private void handle(HttpExchange http) throws IOException {
    String id = http.getRequestURI().getPath().substring("/chat/".length());
    byte[] question = http.getRequestBody().readNBytes(8_000);
    int status = 200;
    String answer;
    try {
      answer = ask(id, new String(question, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      status = 400;
      answer = "This is not the identifier of a chat.";
    } catch (AgentException | ConversationAccessException | ConversationTooLongException e) {
      status = 503;
      answer = "Please try again later.";
    }
    try (http) {
      byte[] body = answer.getBytes(StandardCharsets.UTF_8);
      http.sendResponseHeaders(status, body.length);
      http.getResponseBody().write(body);
    }
  }

  String ask(String id, String question) {
    Conversation before = conversations.load(id);
    while (true) {
      String answer = bot.answer(before.within(4_000), question);
      try {
        conversations.save(id, before, before.user(question).model(answer));
        return answer;
      } catch (ConversationConflictException e) {
        before = e.stored(); // Another tab was faster: ask again, now with its turns.
      }
    }
  }
}
