package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random graphs of conditions, choices and fan-outs give the right result, or fail as a whole. */
@Timeout(180)
class GraphStressTest {

  private static final int RUNS = 4_000;
  private static final int CALLERS = 8;
  private static final EntryPointInfo BRIEF =
      EntryPointInfo.of(AGENT, "brief").within(Duration.ofMillis(1));

  /** Executors that runs have to work with. */
  enum Threads {
    OWN,
    ONE,
    TWO,
    INLINE,
    NONE
  }

  private final AtomicInteger inBodies = new AtomicInteger();

  @ParameterizedTest
  @EnumSource
  void everyGraphComesOutRight(Threads threads) throws Exception {
    long seed = System.nanoTime();
    System.out.println("GraphStressTest seed " + seed);
    ProtocolListener protocol = new ProtocolListener();
    ExecutorService foreign = Executors.newFixedThreadPool(threads == Threads.ONE ? 1 : 2);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    AtomicInteger good = new AtomicInteger();
    AtomicInteger bad = new AtomicInteger();
    AgentRuntime.Builder builder = AgentRuntime.builder().listener(protocol);
    Executor inline = Runnable::run;
    Executor none = task -> {};
    if (threads != Threads.OWN) {
      builder.executor(
          threads == Threads.INLINE ? inline : threads == Threads.NONE ? none : foreign);
    }
    try (AgentRuntime runtime = builder.build()) {
      Wiring wiring = runtime.wiring(AGENT);
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        long runSeed = seed + i;
        futures.add(callers.submit(() -> (oneRun(wiring, runSeed) ? good : bad).incrementAndGet()));
      }
      for (int i = 0; i < RUNS; i++) {
        try {
          futures.get(i).get(120, TimeUnit.SECONDS);
        } catch (Exception e) {
          throw new AssertionError("with seed " + (seed + i), e);
        }
      }
      // Both outcomes must have occurred, otherwise the test shows nothing.
      assertThat(good.get()).isGreaterThan(RUNS / 2);
      assertThat(bad.get()).isGreaterThan(RUNS / 50);
      assertThat(runtime.engine().openRuns().count()).isZero();
      assertThat(runtime.engine().alarms().count()).isZero();
      assertThat(inBodies).hasValue(0);
    } finally {
      callers.shutdownNow();
      foreign.shutdownNow();
    }
    assertThat(protocol.violations()).isEmpty();
    assertThat(protocol.openRuns()).isZero();
  }

  /**
   * Makes one run; returns true if its result is right, and false if it failed and was allowed to.
   */
  private boolean oneRun(Wiring wiring, long seed) {
    Random random = new Random(seed);
    int faults = random.nextInt(5) == 0 ? 20 : 0;
    boolean brief = random.nextInt(20) == 0;
    try (Run run = wiring.start(brief ? BRIEF : ENTRY)) {
      new RandomGraph(run, random, faults, inBodies).run();
      return true;
    } catch (AgentException e) {
      if (faults == 0 && !brief) {
        throw e;
      }
      return false;
    } finally {
      assertThat(Thread.interrupted()).as("a leaked interrupt").isFalse();
    }
  }
}
