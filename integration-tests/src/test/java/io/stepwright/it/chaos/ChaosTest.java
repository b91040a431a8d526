package io.stepwright.it.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.LiveThreads;
import io.stepwright.it.support.Runtimes;
import io.stepwright.it.support.Waiting;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Checks that runs which fail, are cancelled, exceed their limit or lose their runtime leave no
 * thread, no request and no timer, although the server misbehaves and listeners throw.
 *
 * <p>{@code -Dchaos.runs=2000} makes the test longer, {@code -Dchaos.seed=…} repeats a run of it.
 */
@Timeout(1_800)
class ChaosTest {

  private static final int RUNS = Integer.getInteger("chaos.runs", 200);
  private static final int ROUND = 20;
  private static final int CALLERS = 8;
  private static final String OURS = "stepwright-";

  /**
   * The logger that warns once for each runtime that its listeners throw. A strong reference, so
   * that its level is not lost.
   */
  private static final Logger LISTENERS = Logger.getLogger("io.stepwright.event.Listeners");

  private final Ends ends = new Ends();
  private final WildListener inline = new WildListener(true);
  private final WildListener queued = new WildListener(false);
  private final List<WeakReference<AgentRuntime>> runtimes = new ArrayList<>();

  @BeforeAll
  static void beQuiet() {
    LISTENERS.setLevel(Level.OFF);
  }

  @AfterAll
  static void speakAgain() {
    LISTENERS.setLevel(null);
  }

  @Test
  void nothingIsLeft() throws Exception {
    long seed = Long.getLong("chaos.seed", System.nanoTime());
    System.out.println("ChaosTest seed " + seed);
    Random random = new Random(seed);
    Set<String> before = new HashSet<>(LiveThreads.namedAfter(OURS));
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try (ModelServer server = ModelServer.http()) {
      warmUp(server);
      server.answer(new WildServer(random.nextLong()));
      for (int round = 0; round * ROUND < RUNS; round++) {
        Random ofRound = new Random(random.nextLong());
        int closesAfter = round % 2 == 0 ? ROUND : 1 + ofRound.nextInt(ROUND / 2);
        round(server, callers, closesAfter, ofRound);
        nothingIsAlive(OURS, before);
      }
      assertThat(ends.count()).isEqualTo(RUNS);
      ends.assertAllWereSeen();
      assertThat(inline.heard()).isPositive();
      assertThat(queued.heard()).isPositive();
      nothingHoldsTheRuntimes();
    } finally {
      callers.shutdownNow();
    }
  }

  /** Makes a first call, which takes longer in a new process than later calls may. */
  private static void warmUp(ModelServer server) {
    try (AgentRuntime runtime = Runtimes.of(server)) {
      new WiredErrand(runtime).run(new Errand.Task("topic", List.of("item"), Trouble.NONE));
    }
  }

  /** Makes runs of one runtime, which is closed after some of them have begun. */
  private void round(ModelServer server, ExecutorService callers, int closesAfter, Random random)
      throws Exception {
    AgentRuntime runtime =
        Runtimes.builder(server.baseUrl())
            .configuration("stepwright.call.timeout", "500ms")
            .listener(inline)
            .listener(queued)
            .build();
    runtimes.add(new WeakReference<>(runtime));
    Errand errand = new WiredErrand(runtime);
    CountDownLatch begun = new CountDownLatch(closesAfter);
    List<Future<?>> runs = new ArrayList<>();
    for (int i = 0; i < ROUND; i++) {
      Caller caller = new Caller(errand, new Random(random.nextLong()));
      runs.add(
          callers.submit(
              () -> {
                begun.countDown();
                ends.count(caller);
              }));
    }
    Waiting.on(begun);
    if (closesAfter < ROUND) {
      runtime.close();
      assertNothingRuns(server, errand);
    }
    for (Future<?> run : runs) {
      run.get(120, TimeUnit.SECONDS);
    }
    assertNothingRuns(server, errand);
    runtime.close();
  }

  /**
   * Waits briefly, since the server sees the end of an aborted request a moment later, and threads
   * end a moment later, too.
   */
  private static void assertNothingRuns(ModelServer server, Errand errand)
      throws InterruptedException {
    server.awaitInFlight(0);
    nothingIsAlive("Errand.", Set.of());
    assertThat(errand.inBodies()).isZero();
  }

  /** Checks that no timer and no thread keeps a runtime reachable. */
  private void nothingHoldsTheRuntimes() {
    Waiting.until(
        () -> {
          System.gc();
          return runtimes.stream().allMatch(runtime -> runtime.get() == null);
        },
        "the runtimes to be collected");
  }

  private static void nothingIsAlive(String prefix, Set<String> but) {
    Waiting.until(
        () -> but.containsAll(LiveThreads.namedAfter(prefix)),
        "the end of the threads " + prefix + "…");
  }
}
