package io.stepwright.benchmarks.timer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time limits that are taken back, as nearly all are, and time limits that pass. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TimerBenchmark {

  /** Limits that pass together. */
  static final int TOGETHER = 1_000;

  private static final long LONG = TimeUnit.SECONDS.toNanos(60);
  private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(1);
  private static final Runnable NOTHING = () -> {};

  /** The name of a {@link Timer.Kind}. */
  @Param({"ALARMS", "SCHEDULED", "FUTURE"})
  String kind = "";

  /** Limits of others that are set all the time, as by runs that are open. */
  @Param({"0", "1000"})
  int others;

  private Timer timer = Timer.Kind.ALARMS.create();
  private final List<Limit> set = new ArrayList<>();

  /** Makes the timer. */
  @Setup
  public void setUp() {
    timer = Timer.Kind.valueOf(kind).create();
    for (int i = 0; i < others; i++) {
      set.add(timer.set(LONG + i, NOTHING));
    }
  }

  /** Ends it. */
  @TearDown
  public void tearDown() {
    set.forEach(Limit::cancel);
    timer.close();
  }

  /** A limit that is set and taken back. */
  @Benchmark
  public Limit setAndCancel() {
    Limit limit = timer.set(LONG, NOTHING);
    limit.cancel();
    return limit;
  }

  /** Limits that pass at about the same time. */
  @Benchmark
  @OperationsPerInvocation(TOGETHER)
  public void setAndPass() throws InterruptedException {
    CountDownLatch passed = new CountDownLatch(TOGETHER);
    for (int i = 0; i < TOGETHER; i++) {
      timer.set(SHORT, passed::countDown);
    }
    passed.await();
  }
}
