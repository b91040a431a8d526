package io.stepwright.engine;

import io.stepwright.event.RunEvents;
import io.stepwright.runtime.AgentException;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepKey;
import org.jspecify.annotations.Nullable;

/** The outcome of a step's body. */
enum StepEnd {
  VALUE,
  ABSENT,
  FAILED,
  CANCELLED,
  NOT_NEEDED;

  void emit(RunEvents events, StepKey step, @Nullable AgentException failure) {
    long now = System.nanoTime();
    switch (this) {
      case VALUE -> events.emit(new RunEvent.Finished(events.run(), step, now, false));
      case ABSENT -> events.emit(new RunEvent.Finished(events.run(), step, now, true));
      case CANCELLED -> events.cancelled(step, now);
      case NOT_NEEDED -> events.notNeeded(step, now);
      case FAILED -> {
        if (failure != null) {
          events.failed(step, failure);
        }
      }
    }
  }

  /** Logs a failure that has no effect any more and is not reported to listeners. */
  static void logNotNeeded(AgentException failure) {
    logger().log(System.Logger.Level.DEBUG, "A step that was not needed any more failed.", failure);
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(StepEnd.class.getName());
  }
}
