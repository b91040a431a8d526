package io.stepwright.examples.traveldesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.runtime.ApprovalQueue;
import io.stepwright.spi.Approvals.Decision;
import io.stepwright.spi.Approvals.Kind;
import io.stepwright.spi.PendingCall;
import io.stepwright.spi.RunEvent.RunKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ApprovalServerTest {

  private static final String ANOTHER = "0".repeat(64);

  private final ApprovalQueue queue = new ApprovalQueue(10, Duration.ofMinutes(10));
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private ApprovalServer server;

  @BeforeEach
  void start() throws Exception {
    server = ApprovalServer.start(queue, "secret");
  }

  @AfterEach
  void close() {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void aPaymentIsShownAndApproved() throws Exception {
    Future<Decision> decision = ask("Pay \"a\nflight\"?", "{\"cents\":7}");
    JsonNode call = new ObjectMapper().readTree(send("GET", "", "secret", "").body()).get(0);
    assertThat(call.path("question").asText()).isEqualTo("Pay \"a\nflight\"?");
    assertThat(call.path("arguments").asText()).isEqualTo("{\"cents\":7}");
    String path = "/" + call.path("id").asText() + "/" + call.path("sha256").asText();
    assertThat(send("POST", path, "secret", "approve").statusCode()).isEqualTo(204);
    assertThat(decision.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Kind.APPROVED);
    assertThat(send("POST", path, "secret", "approve").statusCode()).isEqualTo(404);
  }

  @Test
  void anythingElseIsARefusalWithItsReason() throws Exception {
    Future<Decision> decision = ask("Pay?", "{}");
    String path = "/" + queue.pending().get(0).id() + "/" + queue.pending().get(0).sha256();
    assertThat(send("POST", path, "secret", "too dear").statusCode()).isEqualTo(204);
    assertThat(decision.get(60, TimeUnit.SECONDS).kind()).isEqualTo(Kind.REFUSED);
    assertThat(decision.get().reason()).isEqualTo("too dear");
  }

  @Test
  void nobodyElseDecidesAndNobodyAboutOtherArguments() throws Exception {
    Future<Decision> decision = ask("Pay?", "{}");
    PendingCall call = queue.pending().get(0);
    String path = "/" + call.id() + "/" + call.sha256();
    assertThat(send("POST", path, "guess", "approve").statusCode()).isEqualTo(401);
    assertThat(send("GET", "", "guess", "").statusCode()).isEqualTo(401);
    assertThat(send("POST", "/" + call.id() + "/" + ANOTHER, "secret", "approve").statusCode())
        .isEqualTo(404);
    assertThat(send("GET", path, "secret", "approve").statusCode()).isEqualTo(404);
    assertThat(decision.isDone()).isFalse();
    assertThat(queue.pending()).containsExactly(call);
  }

  /** Returns when the call waits in the queue. */
  private Future<Decision> ask(String question, String arguments) {
    PendingCall call =
        new PendingCall(
            "call-1",
            new RunKey(1, "TravelDesk", "answer"),
            "plan",
            "pay",
            question,
            arguments,
            null);
    Future<Decision> decision = threads.submit(() -> queue.decide(call));
    while (queue.pending().isEmpty()) {
      Thread.onSpinWait();
    }
    return decision;
  }

  private HttpResponse<String> send(String method, String path, String token, String body)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
