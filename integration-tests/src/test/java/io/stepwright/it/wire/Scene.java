package io.stepwright.it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Background;
import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.Assertions;

/**
 * A bystander's run, held by the server, beside the run of a victim. Connections exist and classes
 * are loaded before, so that only the abort is measured.
 */
final class Scene implements AutoCloseable {

  static final String VICTIM = "victim";

  private static final String WARM_UP = "warm up";
  private static final String BYSTANDER = "bystander";
  private static final Duration PROMISED = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Protocol protocol;
  private final ModelServer server;
  private final SSLContext trustBefore;
  private final AgentRuntime runtime;
  private final Research research;
  private final Gate failure = new Gate();
  private final Gate bystanders = new Gate();
  private final Background<Research.Found> bystander;

  private Scene(Protocol protocol) throws InterruptedException, NoSuchAlgorithmException {
    this.protocol = protocol;
    server = protocol.start();
    trustBefore = SSLContext.getDefault();
    if (protocol == Protocol.HTTP_2) {
      // Takes the place of an application's trust store: the client uses the JDK's default context.
      SSLContext.setDefault(server.trust());
    }
    runtime = Runtimes.of(server);
    research = new WiredResearch(runtime);
    warmUp();
    Gate never = new Gate();
    server.answer(
        request ->
            switch (request.prompt()) {
              case "rumours " + VICTIM -> Answer.error(400, "bad_request", "x").heldBy(failure);
              case "facts " + VICTIM -> Answer.chat().heldBy(never);
              default -> Answer.text("fine").heldBy(bystanders);
            });
    bystander = Background.call(() -> research.find(BYSTANDER));
    server.awaitInFlight(2);
  }

  static Scene of(Protocol protocol) throws InterruptedException, NoSuchAlgorithmException {
    return new Scene(protocol);
  }

  /** Makes one run that succeeds, one that fails, and one that is cancelled. */
  private void warmUp() throws InterruptedException {
    research.find(WARM_UP);
    server.answer(Answer.error(400, "bad_request", "x"));
    Assertions.assertThatThrownBy(() -> research.find(WARM_UP))
        .isInstanceOf(ModelCallException.class);
    server.awaitInFlight(0);
    server.answer(Answer.chat().heldBy(new Gate()));
    var cancelled = research.findLater(WARM_UP);
    server.awaitInFlight(2);
    cancelled.cancel(true);
    server.awaitInFlight(0);
  }

  Research research() {
    return research;
  }

  /** Waits until both requests of the victim are at the server. */
  List<Received> victims() throws InterruptedException {
    server.awaitInFlight(4);
    return server.requests().stream()
        .filter(request -> request.prompt().endsWith(VICTIM))
        .collect(Collectors.toList());
  }

  /** Makes one of the victim's requests fail. */
  void fail() {
    failure.open();
  }

  /** Checks that the server sees the end of these requests within the promised time. */
  static void assertAborted(long nanos, List<Received> requests) throws InterruptedException {
    for (Received request : requests) {
      long aborted = request.awaitAborted(PATIENCE);
      assertThat(Duration.ofNanos(aborted - nanos)).isLessThanOrEqualTo(PROMISED);
    }
  }

  /** Checks that the other run is unaffected, even where both share one connection. */
  void assertBystanderIsWell() throws InterruptedException {
    server.awaitInFlight(2);
    assertThat(bystander.ended()).isFalse();
    bystanders.open();
    assertThat(bystander.result()).isEqualTo(new Research.Found("fine", "fine"));
    assertThat(server.requests()).extracting(Received::protocol).containsOnly(protocol.spelling());
    if (protocol == Protocol.HTTP_2) {
      // Leaves out the first two requests of all, which each opened a connection.
      List<Received> measured =
          server.requests().stream().filter(r -> !r.prompt().endsWith(WARM_UP)).toList();
      assertThat(measured).hasSize(4);
      assertThat(measured.stream().map(Received::connection).distinct()).hasSize(1);
    }
    assertThat(server.inFlight()).isZero();
  }

  @Override
  public void close() {
    runtime.close();
    server.close();
    SSLContext.setDefault(trustBefore);
  }
}
