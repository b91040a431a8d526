package io.stepwright.engine;

import io.stepwright.background.Alarms;
import io.stepwright.engine.message.Interruptions;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Interrupts one attempt of a code step at its own time limit, and no other work. */
final class AttemptLimit extends Alarms.Alarm {

  private final Alarms alarms;
  private final BodyThread thread;
  private volatile boolean passed;

  private AttemptLimit(StepRun run) {
    alarms = run.life().engine().alarms();
    // A nested body thread: its interrupt ends with the attempt.
    thread = new BodyThread(run.thread());
  }

  /** Starts the time limit of an attempt. Returns null if attempts have none. */
  static @Nullable AttemptLimit start(StepRun run) {
    Duration duration = run.info().attemptTimeout();
    if (duration == null) {
      return null;
    }
    AttemptLimit limit = new AttemptLimit(run);
    limit.alarms.set(limit, System.nanoTime() + duration.toNanos());
    return limit;
  }

  /** Ends the attempt, on its own thread. From here on the limit does not interrupt it. */
  void end() {
    alarms.cancel(this);
    thread.leave();
  }

  /** Tells whether the attempt threw something because its time was over. */
  boolean caused(Throwable thrown) {
    return passed && Interruptions.isOne(thrown);
  }

  @Override
  protected void ring() {
    passed = true;
    thread.interrupt();
  }
}
