package io.stepwright.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.testing.TestCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Classes generated for random agents behave as the agents specify, with any steps absent: the same
 * values, no step too early, too late or twice, for every number of threads.
 *
 * <p>The seeds are printed, and differ each time. {@code -DrandomAgents.seed=…} runs the agent of
 * one seed alone, {@code -DrandomAgents.count=…} that many agents.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RandomAgentsTest {

  private static final Long SEED = Long.getLong("randomAgents.seed");
  private static final int COUNT = Integer.getInteger("randomAgents.count", 200);
  private static final int ECJ_ONE_IN = 5;
  private static final int BATCH = 50;

  /** Limits the number of failures, because each may have waited for a long time. */
  private static final int MOST_FAILURES = 3;

  /** The number of agents above which every kind must occur. */
  private static final int ENOUGH = 200;

  private static final long SEEDS = 1_000_000_000L;
  private static final long FIRST = SEED != null ? SEED : Math.floorMod(System.nanoTime(), SEEDS);

  @Test
  void stepsStartWhenTheyCanAndBringWhatTheyShouldOnJavac() throws Exception {
    check(TestCompiler.JAVAC, FIRST, SEED != null ? 1 : COUNT);
  }

  @Test
  void stepsStartWhenTheyCanAndBringWhatTheyShouldOnEcj() throws Exception {
    check(
        TestCompiler.ECJ,
        SEED != null ? SEED : FIRST + COUNT,
        SEED != null ? 1 : (COUNT + ECJ_ONE_IN - 1) / ECJ_ONE_IN);
  }

  private static void check(TestCompiler compiler, long first, int count) throws Exception {
    System.out.printf(
        "%d random agents on %s, of the seeds %d to %d%n",
        count, compiler, first, first + count - 1);
    long start = System.nanoTime();
    Coverage coverage = new Coverage();
    List<String> failures = new ArrayList<>();
    int done = 0;
    try (Runtimes runtimes = new Runtimes()) {
      while (done < count && failures.size() < MOST_FAILURES) {
        long from = first + done;
        long to = from + Math.min(BATCH, count - done);
        Batch batch = new Batch(compiler, LongStream.range(from, to).boxed().toList());
        for (long seed = from; seed < to && failures.size() < MOST_FAILURES; seed++) {
          batch.check(seed, runtimes, coverage).ifPresent(failures::add);
          done++;
        }
      }
    }
    System.out.printf(
        "%d agents on %s in %d s: %s%n",
        done, compiler, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), coverage);
    failures.forEach(System.out::println);
    assertThat(failures).isEmpty();
    if (count >= ENOUGH) {
      assertThat(coverage.missing()).isEmpty();
    }
  }
}
