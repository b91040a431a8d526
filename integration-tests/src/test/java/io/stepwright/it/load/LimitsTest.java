package io.stepwright.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Runtimes;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LimitsTest {

  @Test
  void maxConcurrencyHoldsOverAllRuns() throws Exception {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime =
            Runtimes.builder(server.baseUrl())
                .configuration("stepwright.providers.openai.max-concurrency", "4")
                .build()) {
      server.answer(Answer.chat().delay(Duration.ofMillis(5)));
      finish(start(new WiredTriage(runtime), 50));
      assertThat(server.count()).isEqualTo(150);
      // A limit that serialised everything would pass without a lower bound.
      assertThat(server.mostInFlight()).isEqualTo(4);
    }
  }

  /** More requests at once than one encrypted connection carries. */
  @Test
  void manyRunsOverHttp2() throws Exception {
    SSLContext before = SSLContext.getDefault();
    Gate gate = new Gate();
    try (ModelServer server = ModelServer.https(64)) {
      SSLContext.setDefault(server.trust());
      try (AgentRuntime runtime = Runtimes.of(server)) {
        Triage triage = new WiredTriage(runtime);
        finish(start(triage, 1));
        server.answer(Answer.chat().heldBy(gate));
        List<CompletableFuture<Triage.Triaged>> runs = start(triage, 50);
        server.awaitInFlight(100);
        gate.open();
        finish(runs);
        assertThat(server.count()).isEqualTo(153);
        assertThat(server.requests())
            .filteredOn(request -> request.protocol().equals("HTTP/2.0"))
            .hasSizeGreaterThanOrEqualTo(64);
      }
    } finally {
      SSLContext.setDefault(before);
    }
  }

  private static List<CompletableFuture<Triage.Triaged>> start(Triage triage, int runs) {
    List<CompletableFuture<Triage.Triaged>> results = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      results.add(triage.triage("mail"));
    }
    return results;
  }

  private static void finish(List<CompletableFuture<Triage.Triaged>> runs) throws Exception {
    for (CompletableFuture<Triage.Triaged> run : runs) {
      assertThat(run.get(60, TimeUnit.SECONDS).reply()).isEqualTo("An answer.");
    }
  }
}
