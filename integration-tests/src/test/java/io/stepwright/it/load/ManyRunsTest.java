package io.stepwright.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.LiveThreads;
import io.stepwright.it.support.Runtimes;
import io.stepwright.it.support.Waiting;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks that all runs are in progress at once, and that each gets its own answers. */
@Timeout(300)
class ManyRunsTest {

  /**
   * Holds two requests of each run at the server at the same time, each on a connection of its own.
   */
  @Test
  void aThousandOverSockets() throws Exception {
    int runs = 1_000;
    Gate gate = new Gate();
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      server.answer(request -> Answer.text("<" + request.prompt() + ">").heldBy(gate));
      List<CompletableFuture<Triage.Triaged>> results = start(runtime, runs);
      server.awaitInFlight(2 * runs);
      assertThat(results).noneMatch(CompletableFuture::isDone);
      gate.open();
      assertAll(results);
      assertThat(server.count()).isEqualTo(3 * runs);
      assertThat(server.mostInFlight()).isEqualTo(2 * runs);
      assertThat(server.inFlight()).isZero();
    }
    Waiting.until(() -> LiveThreads.namedAfter("Triage.").isEmpty(), "the end of the threads");
  }

  /**
   * Makes ten times as many runs, where threads are cheap. 20,000 connections have 40,000 ends in
   * one process, more than many machines allow, so the model is in the process, too.
   */
  @Test
  void tenThousandInTheProcess() throws Exception {
    // Without virtual threads 10,000 runs would need 20,000 platform threads, which is too many.
    int runs = Runtime.version().feature() >= 21 ? 10_000 : 1_000;
    try (HeldModel model = new HeldModel(2 * runs);
        AgentRuntime runtime = AgentRuntime.builder().modelClient("openai", model).build()) {
      List<CompletableFuture<Triage.Triaged>> results = start(runtime, runs);
      model.awaitAll();
      assertThat(results).noneMatch(CompletableFuture::isDone);
      model.open();
      assertAll(results);
      assertThat(model.calls()).isEqualTo(3 * runs);
    }
    Waiting.until(() -> LiveThreads.namedAfter("Triage.").isEmpty(), "the end of the threads");
  }

  private static List<CompletableFuture<Triage.Triaged>> start(AgentRuntime runtime, int runs) {
    Triage triage = new WiredTriage(runtime);
    List<CompletableFuture<Triage.Triaged>> results = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      results.add(triage.triage("mail " + i));
    }
    return results;
  }

  private static void assertAll(List<CompletableFuture<Triage.Triaged>> results) throws Exception {
    for (int i = 0; i < results.size(); i++) {
      String topic = "<topic mail " + i + ">";
      assertThat(results.get(i).get(120, TimeUnit.SECONDS))
          .isEqualTo(
              new Triage.Triaged(topic, "<summary mail " + i + ">", "<reply to " + topic + ">"));
    }
  }
}
