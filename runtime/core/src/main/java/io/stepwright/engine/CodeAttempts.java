package io.stepwright.engine;

import io.stepwright.call.Pause;
import io.stepwright.engine.model.AttemptEvents;
import io.stepwright.runtime.AgentException;
import io.stepwright.wiring.StepBody;
import org.jspecify.annotations.Nullable;

/** Executes the body of a code step again after an exception, as often as the step allows. */
final class CodeAttempts {

  private final StepRun run;
  private final AttemptEvents events;
  private int number;
  private long idleSince = System.nanoTime();

  CodeAttempts(StepRun run) {
    this.run = run;
    this.events = new AttemptEvents(run, run.life().engine().models().answering());
  }

  /**
   * Executes the body until there is a value or no attempt is left.
   *
   * @throws Exception the exception of the last attempt
   */
  @Nullable Object execute(StepBody<?> body) throws Exception {
    while (true) {
      try {
        return attempt(body);
      } catch (InterruptedException | AgentException e) {
        // The step has ended, or the call that failed has used up its own attempts.
        throw e;
      } catch (Exception e) {
        long wait = run.life().engine().models().backoff().afterFailure(number);
        long remaining = run.deadline().remaining();
        if (remaining <= 0) {
          // The alarm may be late. Without this the failure would not be reported as a timeout.
          run.deadlinePassed();
        }
        if (number == run.info().attempts()
            || wait >= remaining
            || run.life().state().stopped(run) != null) {
          throw e instanceof LateException late ? StepLimit.attemptExceeded(run, late) : e;
        }
        Pause.nanos(wait);
      }
    }
  }

  private @Nullable Object attempt(StepBody<?> body) throws Exception {
    number++;
    long start = System.nanoTime();
    long waited = start - idleSince;
    events.executing(number, waited, start);
    AttemptLimit limit = AttemptLimit.start(run);
    Throwable failure = null;
    try {
      return body.run(run);
    } catch (Throwable e) {
      failure = e;
      if (limit != null && limit.caused(e)) {
        throw new LateException(e);
      }
      throw e;
    } finally {
      if (limit != null) {
        limit.end();
      }
      events.executed(number, waited, start, failure);
      idleSince = System.nanoTime();
    }
  }

  /** Marks an attempt that was stopped at its own limit; the next one may be in time. */
  private static final class LateException extends Exception {

    private static final long serialVersionUID = 1L;

    LateException(Throwable cause) {
      super(cause);
    }
  }
}
