package io.stepwright.maven.it.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A model server on the loopback address that gives the same answer to all questions. */
public final class OneAnswer implements AutoCloseable {

  private final HttpServer server;

  /** Starts the server. */
  public OneAnswer(String answer) throws IOException {
    byte[] reply =
        """
        {"id": "1", "object": "chat.completion", "created": 1, "model": "gpt-4o-mini",
         "choices": [{"index": 0, "finish_reason": "stop",
           "message": {"role": "assistant", "content": "%s"}}],
         "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}}
        """
            .formatted(answer)
            .getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
  }

  /**
   * Returns the Maven options with which a program calls this server; Maven runs the program in its
   * own process.
   */
  public String[] options() {
    return new String[] {
      "-Dstepwright.providers.openai.base-url=http://127.0.0.1:%d/v1"
          .formatted(server.getAddress().getPort()),
      "-Dstepwright.providers.openai.api-key=test"
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
