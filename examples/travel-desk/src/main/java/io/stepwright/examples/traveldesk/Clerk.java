package io.stepwright.examples.traveldesk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.Consumer;

/**
 * The person on duty, simulated: looks at the calls that wait, over HTTP, and approves payments up
 * to a limit.
 */
final class Clerk implements AutoCloseable {

  private static final int LOOK_EVERY_MILLIS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;
  private final String token;
  private final int mostCents;
  private final Consumer<String> log;
  private final Thread thread = new Thread(this::work, "clerk");

  private Clerk(String url, String token, int mostCents, Consumer<String> log) {
    this.url = url;
    this.token = token;
    this.mostCents = mostCents;
    this.log = log;
  }

  /** Begins to work. */
  static Clerk start(String url, String token, int mostCents, Consumer<String> log) {
    Clerk clerk = new Clerk(url, token, mostCents, log);
    clerk.thread.setDaemon(true);
    clerk.thread.start();
    return clerk;
  }

  private void work() {
    try {
      while (true) {
        for (JsonNode call : JSON.readTree(send("", "GET", "").body())) {
          decide(call);
        }
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.accept("The clerk goes home: " + e.getClass().getSimpleName());
    }
  }

  private void decide(JsonNode call) throws IOException, InterruptedException {
    int cents = JSON.readTree(call.path("arguments").asText()).path("cents").asInt();
    String decision = cents <= mostCents ? "approve" : "Payments end at " + mostCents + " cents.";
    log.accept(call.path("question").asText() + " " + decision);
    send("/" + call.path("id").asText() + "/" + call.path("sha256").asText(), "POST", decision);
  }

  private HttpResponse<String> send(String path, String method, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
