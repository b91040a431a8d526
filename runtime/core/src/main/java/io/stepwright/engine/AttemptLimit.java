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
    // Like a body inside of the step's body: its interrupt ends with it.
    thread = new BodyThread(run.thread());
  }

  /** A limit that runs from now on, or null if attempts have none. */
  static @Nullable AttemptLimit start(StepRun run) {
    Duration duration = run.info().attemptTimeout();
    if (duration == null) {
      return null;
    }
    AttemptLimit limit = new AttemptLimit(run);
    limit.alarms.set(limit, System.nanoTime() + duration.toNanos());
    return limit;
  }

  /** Ends the attempt, on its own thread: from here on it is not interrupted any more. */
  void end() {
    alarms.cancel(this);
    thread.leave();
  }

  /** Whether something was thrown because the time was over. */
  boolean caused(Throwable thrown) {
    return passed && Interruptions.isOne(thrown);
  }

  @Override
  protected void ring() {
    passed = true;
    thread.interrupt();
  }
}
