package io.stepwright.it.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Background;
import io.stepwright.it.support.LiveThreads;
import io.stepwright.it.support.Runtimes;
import io.stepwright.it.support.Waiting;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.RunCancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No thread and no request outlives its run. */
@Timeout(120)
class NothingLeftTest {

  private static final String THREADS = "Research.";

  @Test
  void afterCallsThatFail() throws Exception {
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.of(server)) {
      Gate never = new Gate();
      server.answer(
          request ->
              request.prompt().startsWith("rumours")
                  ? Answer.error(400, "bad_request", "x")
                  : Answer.chat().heldBy(never));
      Research research = new WiredResearch(runtime);
      List<Background<?>> runs = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        runs.add(Background.call(() -> research.find("topic")));
      }
      for (Background<?> run : runs) {
        assertThat(run.failure()).isInstanceOf(ModelCallException.class);
      }
      nothingIsLeft(server);
      // The requests of the other step were aborted, or never sent.
      assertThat(server.requests())
          .filteredOn(request -> request.prompt().startsWith("facts"))
          .allMatch(Received::aborted);
    }
  }

  @Test
  void afterTheRuntimeIsClosed() throws Exception {
    try (ModelServer server = ModelServer.http()) {
      server.answer(Answer.chat().heldBy(new Gate()));
      AgentRuntime runtime = Runtimes.of(server);
      Research research = new WiredResearch(runtime);
      Background<Research.Found> waiting = Background.call(() -> research.find("topic"));
      CompletableFuture<Research.Found> later = research.findLater("topic");
      server.awaitInFlight(4);
      // Checks that the search finds threads, since otherwise it would prove nothing.
      assertThat(LiveThreads.namedAfter(THREADS)).isNotEmpty();
      runtime.close();
      assertThat(waiting.failure())
          .isInstanceOf(RunCancelledException.class)
          .hasMessageContaining("Research.find");
      assertThat(failure(later)).isInstanceOf(RunCancelledException.class);
      nothingIsLeft(server);
      assertThat(server.requests()).hasSize(4).allMatch(Received::aborted);
      runtime.close();
      assertThat(Background.call(() -> research.find("topic")).failure())
          .hasMessageContaining("closed");
      assertThat(server.count()).isEqualTo(4);
    }
  }

  private static Throwable failure(CompletableFuture<?> future) {
    try {
      return new AssertionError("no failure, but " + future.join());
    } catch (CompletionException e) {
      return e.getCause();
    }
  }

  private static void nothingIsLeft(ModelServer server) throws InterruptedException {
    server.awaitInFlight(0);
    Waiting.until(() -> LiveThreads.namedAfter(THREADS).isEmpty(), "the end of the threads");
  }
}
