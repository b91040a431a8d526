package io.stepwright.benchmarks.measure;

import io.stepwright.benchmarks.contender.Contender;
import io.stepwright.benchmarks.contender.StepExecutor;
import io.stepwright.benchmarks.flow.Expected;
import io.stepwright.benchmarks.flow.Flow;
import io.stepwright.benchmarks.process.Allocation;
import io.stepwright.benchmarks.process.Counters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Callers that start one run after another, so many that no processor is idle. They are virtual
 * threads if the JDK has them.
 */
final class Saturation implements AutoCloseable {

  private static final int CALLERS_A_PROCESSOR = 8;

  private final LongAdder runs = new LongAdder();
  private final ExecutorService callers = StepExecutor.create();
  private final List<Future<?>> ends = new ArrayList<>();
  private volatile boolean over;

  Saturation(Contender contender, Flow flow) {
    int expected = Expected.of(flow, 7);
    int count = CALLERS_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
    for (int i = 0; i < count; i++) {
      ends.add(
          callers.submit(
              () -> {
                while (!over) {
                  int result = contender.run(7);
                  if (result != expected) {
                    throw new IllegalStateException("Wrong: " + result + ", not " + expected);
                  }
                  runs.increment();
                }
                return null;
              }));
    }
  }

  /** The cost of a run, measured over some time. */
  record Cost(double cpuNanos, double bytes, double runsPerSecond) {}

  Cost measure(long millis) throws Exception {
    long start = System.nanoTime();
    long before = runs.sum();
    long cpu = Counters.cpuNanos();
    Allocation allocation = new Allocation();
    Thread.sleep(millis);
    double count = runs.sum() - before;
    cpu = Counters.cpuNanos() - cpu;
    long bytes = allocation.bytes();
    double seconds = (System.nanoTime() - start) / 1e9;
    for (Future<?> end : ends) {
      if (end.isDone()) {
        end.get();
      }
    }
    return new Cost(cpu / count, bytes / count, count / seconds);
  }

  /** Lets the callers finish, and throws the exception of a caller that failed. */
  @Override
  public void close() throws Exception {
    over = true;
    for (Future<?> end : ends) {
      end.get(60, TimeUnit.SECONDS);
    }
    callers.shutdown();
  }
}
