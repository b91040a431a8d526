package io.stepwright.it.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.runtime.AgentRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat bot of the documentation, asked over HTTP, with a model server of its own. */
@Timeout(120)
class ChatTest {

  private final ModelServer model = ModelServer.http();
  private final List<Chat> chats = new ArrayList<>();

  /** A process that serves the chat: a runtime and an HTTP server. */
  private static final class Chat implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final AgentRuntime runtime;
    private final HttpServer server;

    Chat(AgentRuntime runtime) {
      this.runtime = runtime;
      try {
        server = ChatServer.start(runtime, 0);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    CompletableFuture<HttpResponse<String>> send(String id, String question) {
      URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + "/chat/" + id);
      HttpRequest request =
          HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(question)).build();
      return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    String ask(String id, String question) throws Exception {
      HttpResponse<String> response = send(id, question).get(60, TimeUnit.SECONDS);
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    }

    @Override
    public void close() {
      server.stop(0);
      ((ExecutorService) server.getExecutor()).shutdown();
      runtime.close();
    }
  }

  private Chat chat(AgentRuntime runtime) {
    Chat chat = new Chat(runtime);
    chats.add(chat);
    return chat;
  }

  @AfterEach
  void close() {
    chats.forEach(Chat::close);
    model.close();
  }

  /** Returns the messages of a request, such as {@code "user: Hello"}. */
  private static List<String> messages(Received request) {
    List<String> messages = new ArrayList<>();
    for (JsonNode message : request.json().path("messages")) {
      messages.add(message.path("role").asText() + ": " + message.path("content").asText());
    }
    return messages;
  }

  private Answer numbered() {
    return Answer.text("answer " + model.count());
  }

  @Test
  void theDocumentationShowsThisProgram() throws IOException {
    String page = Files.readString(Path.of("../docs/conversations.md"));
    for (String name : List.of("ChatBot", "ChatServer")) {
      String source =
          Files.readString(Path.of("src/test/java/io/stepwright/it/chat/" + name + ".java"));
      assertThat(page)
          .contains(
              "```java\n"
                  + source.replace("package io.stepwright.it.chat;", "package app;")
                  + "```");
    }
  }

  @Test
  void tenTurnsAreRemembered() throws Exception {
    model.answer(request -> numbered());
    Chat chat = chat(Runtimes.of(model));
    List<String> expected = new ArrayList<>();
    expected.add("system: You help the customers of a bookshop. Be brief.");
    for (int i = 1; i <= 10; i++) {
      assertThat(chat.ask("one", "question " + i)).isEqualTo("answer " + i);
      expected.add("user: question " + i);
      assertThat(messages(model.requests().get(i - 1))).isEqualTo(expected);
      expected.add("assistant: answer " + i);
    }
    assertThat(chat.ask("two", "hello")).isEqualTo("answer 11");
    assertThat(messages(model.requests().get(10))).containsExactly(expected.get(0), "user: hello");
  }

  @Test
  void twoTabsLoseNothing() throws Exception {
    twoTabs(Runtimes.of(model));
  }

  @Test
  void twoTabsLoseNothingOnRedis() throws Exception {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    try (RedisServer redis = RedisServer.start();
        AgentRuntime runtime = onRedis(redis)) {
      twoTabs(runtime);
    }
  }

  private void twoTabs(AgentRuntime runtime) throws Exception {
    Gate gate = new Gate();
    model.answer(request -> numbered().heldBy(gate));
    Chat chat = chat(runtime);
    CompletableFuture<HttpResponse<String>> left = chat.send("one", "left");
    CompletableFuture<HttpResponse<String>> right = chat.send("one", "right");
    model.awaitInFlight(2); // Both have loaded the empty conversation.
    gate.open();
    List<String> answers =
        List.of(left.get(60, TimeUnit.SECONDS).body(), right.get(60, TimeUnit.SECONDS).body());

    // The slower one was asked again, with the turns of the faster one.
    assertThat(model.count()).isEqualTo(3);
    assertThat(answers).contains("answer 3");
    String faster = answers.get(0).equals("answer 3") ? "right" : "left";
    String slower = faster.equals("right") ? "left" : "right";
    String answer = faster.equals("left") ? answers.get(0) : answers.get(1);
    assertThat(messages(model.requests().get(2)))
        .endsWith("user: " + faster, "assistant: " + answer, "user: " + slower);

    chat.ask("one", "both");
    assertThat(messages(model.requests().get(3)))
        .endsWith(
            "user: " + faster,
            "assistant: " + answer,
            "user: " + slower,
            "assistant: answer 3",
            "user: both");
  }

  private AgentRuntime onRedis(RedisServer redis) {
    return Runtimes.builder(model.baseUrl())
        .configuration("stepwright.conversations.store", "redis")
        .configuration("stepwright.conversations.redis.url", redis.url())
        .configuration("stepwright.conversations.secret", "correct horse battery")
        .configuration("stepwright.conversations.timeout", "30s")
        .build();
  }

  @Test
  void aRestartFindsTheConversationAgain() throws Exception {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    model.answer(request -> numbered());
    try (RedisServer redis = RedisServer.start()) {
      try (Chat chat = new Chat(onRedis(redis))) {
        chat.ask("one", "My name is Ada.");
        chat.ask("one", "I like crime stories.");
      }
      try (Chat again = new Chat(onRedis(redis))) {
        again.ask("one", "What is my name?");
      }
      assertThat(messages(model.requests().get(2)))
          .endsWith(
              "user: My name is Ada.",
              "assistant: answer 1",
              "user: I like crime stories.",
              "assistant: answer 2",
              "user: What is my name?");
    }
  }

  @Test
  void withoutAServerNothingIsAnswered() throws Exception {
    AgentRuntime runtime =
        Runtimes.builder(model.baseUrl())
            .configuration("stepwright.conversations.store", "redis")
            .configuration(
                "stepwright.conversations.redis.url", "redis://127.0.0.1:" + RedisServer.freePort())
            .build();
    HttpResponse<String> response = chat(runtime).send("one", "hello").get(60, TimeUnit.SECONDS);
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(model.count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a%20b", "a/b", "%00", "..%2fx"})
  void anIdentifierFromOutsideIsChecked(String id) throws Exception {
    HttpResponse<String> response =
        chat(Runtimes.of(model)).send(id, "hello").get(60, TimeUnit.SECONDS);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(model.count()).isZero();
  }

  @Test
  void nothingIsSavedOfAQuestionThatFailed() throws Exception {
    model.answer(Answer.error(400, "invalid_request_error", "bad"));
    Chat chat = chat(Runtimes.of(model));
    assertThat(chat.send("one", "hello").get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
    model.answer(request -> Answer.text("hi"));
    chat.ask("one", "again");
    assertThat(messages(model.requests().get(1))).endsWith("user: again").hasSize(2);
  }
}
