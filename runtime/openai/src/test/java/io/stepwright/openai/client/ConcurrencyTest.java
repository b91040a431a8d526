package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.client.Caller.Kind;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.spi.ModelClientException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ConcurrencyTest {

  @Test
  void aThousandCallsAreInFlightAtOnce() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      allAtOnce(server, client, 1000);
    }
  }

  @Test
  void callsOverEncryptedConnectionsAreInFlightAtOnce() throws Exception {
    try (ModelServer server = ModelServer.https(128);
        OpenAiModelClient client = Calls.client(server)) {
      client.call(Calls.request("warm up"));
      // Fewer requests, because each above the limit costs a handshake, for which a slow machine
      // needs ten seconds.
      allAtOnce(server, client, 200);
    }
  }

  @Test
  void callsBeyondTheLimitOfAConnectionGoOverOthers() throws Exception {
    try (ModelServer server = ModelServer.https(4);
        OpenAiModelClient client = Calls.client(server)) {
      client.call(Calls.request("warm up"));
      allAtOnce(server, client, 40);
      List<Received> later = server.requests().subList(1, 41);
      assertThat(later).filteredOn(r -> r.protocol().equals("HTTP/2.0")).hasSize(4);
      assertThat(later).filteredOn(r -> r.protocol().equals("HTTP/1.1")).hasSize(36);
      // Each request was sent once.
      assertThat(later).extracting(Received::prompt).doesNotHaveDuplicates();

      client.call(Calls.request("afterwards"));
      assertThat(server.awaitCount(42).protocol()).isEqualTo("HTTP/2.0");
    }
  }

  /** Sends requests that the server holds until it has all of them. */
  private static void allAtOnce(ModelServer server, OpenAiModelClient client, int number)
      throws Exception {
    Gate gate = new Gate();
    server.answer(request -> Answer.text("to " + request.prompt()).heldBy(gate));
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      callers.add(Caller.start(Kind.VIRTUAL, client, Calls.request("call " + i)));
    }
    try {
      server.awaitInFlight(number);
    } catch (AssertionError e) {
      for (Caller caller : callers) {
        if (caller.ended()) {
          e.addSuppressed(caller.outcome().failure());
        }
      }
      throw e;
    } finally {
      gate.open();
    }
    for (int i = 0; i < number; i++) {
      Caller.Outcome outcome = callers.get(i).outcome();
      assertThat(outcome.failure()).isNull();
      assertThat(outcome.reply().text()).isEqualTo("to call " + i);
    }
    assertThat(server.mostInFlight()).isEqualTo(number);
  }

  /** A blocked common pool must not delay an answer or a failure. */
  @Test
  void theCommonPoolIsNotNeeded() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    int threads = 4 * Math.max(1, ForkJoinPool.commonPool().getParallelism());
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server);
        OpenAiModelClient nowhere = Calls.client("http://127.0.0.1:" + closedPort() + "/v1")) {
      for (int i = 0; i < threads; i++) {
        ForkJoinPool.commonPool().execute(() -> awaitQuietly(release));
      }
      Caller answered = Caller.start(Kind.PLATFORM, client, Calls.request("hello"));
      Caller failed = Caller.start(Kind.PLATFORM, nowhere, Calls.request("hello"));
      assertThat(answered.outcome().reply().text()).isEqualTo("An answer.");
      assertThat(failed.outcome().failure()).isInstanceOf(ModelClientException.class);
    } finally {
      release.countDown();
    }
  }

  private static int closedPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
