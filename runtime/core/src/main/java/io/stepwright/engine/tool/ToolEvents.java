package io.stepwright.engine.tool;

import io.stepwright.event.RunEvents;
import io.stepwright.runtime.ErrorType;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.ToolEnd;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Emits the events of the calls of one step. Thread-safe. */
final class ToolEvents {

  private final @Nullable RunEvents events;
  private final RunEvent.@Nullable StepKey step;

  ToolEvents(ToolSite site) {
    events = site.events();
    step = site.key();
  }

  /** Executes a call between its two events. */
  ToolOutcome around(int turn, ReceivedCall call, Callable<ToolOutcome> execution)
      throws Exception {
    if (events == null || step == null) {
      return execution.call();
    }
    String name = call.tool() == null ? RunEvent.ToolEvent.NO_TOOL : call.tool().name();
    long start = System.nanoTime();
    events.emit(new RunEvent.ToolStarted(events.run(), step, start, call.number(), turn, name));
    ToolEnd end = ToolEnd.FAILED;
    Throwable failure = null;
    try {
      ToolOutcome outcome = execution.call();
      end = outcome.end();
      failure = outcome.failure();
      return outcome;
    } catch (InterruptedException e) {
      end = ToolEnd.CANCELLED;
      failure = e;
      throw e;
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      events.emit(
          new RunEvent.ToolEnded(
              events.run(),
              step,
              System.nanoTime(),
              call.number(),
              turn,
              name,
              start,
              end,
              ErrorType.ofAny(failure),
              failure));
    }
  }
}
