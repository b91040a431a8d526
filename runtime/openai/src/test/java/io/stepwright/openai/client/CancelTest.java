package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.client.Caller.Kind;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class CancelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PROMISED = Duration.ofMillis(250);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptReachesTheWireBeforeHeadersOnHttp1(Kind kind) throws Exception {
    try (ModelServer server = ModelServer.http()) {
      interruptOneOfMany(server, kind, Answer.chat().heldBy(new Gate()), "HTTP/1.1");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptReachesTheWireInTheBodyOnHttp1(Kind kind) throws Exception {
    try (ModelServer server = ModelServer.http()) {
      interruptOneOfMany(server, kind, Answer.chat().stallingAfter(20), "HTTP/1.1");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptReachesTheWireBeforeHeadersOnHttp2(Kind kind) throws Exception {
    try (ModelServer server = ModelServer.https(100)) {
      interruptOneOfMany(server, kind, Answer.chat().heldBy(new Gate()), "HTTP/2.0");
      assertThat(connections(server)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptReachesTheWireInTheBodyOnHttp2(Kind kind) throws Exception {
    try (ModelServer server = ModelServer.https(100)) {
      interruptOneOfMany(server, kind, Answer.chat().stallingAfter(20), "HTTP/2.0");
      assertThat(connections(server)).hasSize(1);
    }
  }

  /** Interrupts one of sixteen calls under way; the fifteen others must succeed. */
  private static void interruptOneOfMany(
      ModelServer server, Kind kind, Answer ofVictim, String protocol) throws Exception {
    OpenAiModelClient client = Calls.client(server);
    // Opens the connection first, since otherwise each request would open one.
    client.call(Calls.request("warm up"));
    Gate gate = new Gate();
    server.answer(
        request -> request.prompt().equals("victim") ? ofVictim : Answer.text("fine").heldBy(gate));

    Caller victim = Caller.start(kind, client, Calls.request("victim"));
    Received request = server.awaitCount(2);
    assertThat(request.protocol()).isEqualTo(protocol);
    List<Caller> others = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      others.add(Caller.start(kind, client, Calls.request("other")));
    }
    server.awaitInFlight(16);

    long interrupted = victim.interrupt();
    long aborted = request.awaitAborted(PATIENCE);
    Caller.Outcome outcome = victim.outcome();
    assertThat(outcome.failure()).isInstanceOf(InterruptedException.class);
    assertThat(outcome.interruptedAfterwards()).isFalse();
    assertThat(Duration.ofNanos(aborted - interrupted)).isLessThanOrEqualTo(PROMISED);

    server.awaitInFlight(15);
    assertThat(others).noneMatch(Caller::ended);
    gate.open();
    for (Caller other : others) {
      Caller.Outcome fine = other.outcome();
      assertThat(fine.failure()).isNull();
      assertThat(fine.reply().text()).isEqualTo("fine");
    }
    assertThat(server.count()).isEqualTo(17);
    client.close();
  }

  private static Set<String> connections(ModelServer server) {
    return server.requests().stream().map(Received::connection).collect(Collectors.toSet());
  }

  @Test
  void interruptBeforeTheCallSendsNothing() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      Thread.currentThread().interrupt();
      Throwable thrown = null;
      try {
        client.call(Calls.request("never"));
      } catch (InterruptedException e) {
        thrown = e;
      }
      assertThat(thrown).isNotNull();
      assertThat(Thread.interrupted()).isFalse();
      client.call(Calls.request("after"));
      assertThat(server.requests()).extracting(Received::prompt).containsExactly("after");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void interruptDuringTheHandshakeSendsNothing(Kind kind) throws Exception {
    try (ModelServer server = ModelServer.https(100);
        HeldPort port = new HeldPort(server.port());
        OpenAiModelClient client =
            new OpenAiModelClient(new Endpoint("local", port.url("https"), null), server.trust())) {
      Caller victim = Caller.start(kind, client, Calls.request("victim"));
      port.awaitConnections(1);
      victim.interrupt();
      assertThat(victim.outcome().failure()).isInstanceOf(InterruptedException.class);

      port.open();
      client.call(Calls.request("after"));
      assertThat(server.requests()).extracting(Received::prompt).containsExactly("after");
    }
  }
}
