package io.stepwright.benchmarks.calls;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.flow.Question;
import io.stepwright.benchmarks.flow.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Calls a model with the HTTP client of the JDK and Jackson, without further features. */
public final class JdkCalls implements Steps {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Flow flow;
  private final URI uri;

  /**
   * Creates the client.
   *
   * @param url the URL of the model server, with {@code /v1}
   */
  public JdkCalls(Flow flow, String url) {
    this.flow = flow;
    this.uri = URI.create(url + "/chat/completions");
  }

  @Override
  public int step(int id, int sum) throws InterruptedException {
    try {
      HttpResponse<byte[]> response =
          client.send(request(new Question(flow, id, sum).prompt()), BodyHandlers.ofByteArray());
      return Integer.parseInt(
          JSON.readTree(response.body()).at("/choices/0/message/content").asText());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest request(String prompt) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("model", "model");
    body.putArray("messages").addObject().put("role", "user").put("content", prompt);
    return HttpRequest.newBuilder(uri)
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer none")
        .timeout(Duration.ofSeconds(60))
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
  }
}
