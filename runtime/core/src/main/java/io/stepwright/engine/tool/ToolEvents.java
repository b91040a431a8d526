package io.stepwright.engine.tool;

import io.stepwright.event.RunEvents;
import io.stepwright.runtime.ErrorType;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.ToolEnd;
import io.stepwright.spi.ToolContent;
import io.stepwright.wiring.ToolInfo;
import org.jspecify.annotations.Nullable;

/** Emits the events of the calls of one step. Thread-safe. */
final class ToolEvents {

  private final @Nullable RunEvents events;
  private final RunEvent.@Nullable StepKey step;

  ToolEvents(ToolSite site) {
    events = site.events();
    step = site.key();
  }

  /** The execution of a call, which notes facts about it. */
  @FunctionalInterface
  interface Execution {
    ToolOutcome run(CallNotes notes) throws Exception;
  }

  /** Executes a call between its two events. */
  ToolOutcome around(int turn, ReceivedCall call, Execution execution) throws Exception {
    CallNotes notes = new CallNotes();
    if (events == null || step == null) {
      return execution.run(notes);
    }
    ToolInfo tool = call.tool();
    String name = tool == null ? RunEvent.ToolEvent.NO_TOOL : tool.name();
    long start = System.nanoTime();
    events.emit(
        new RunEvent.ToolStarted(
            events.run(),
            step,
            start,
            call.number(),
            turn,
            name,
            call.call().id(),
            tool == null ? "" : tool.spec().description()));
    ToolEnd end = ToolEnd.FAILED;
    Throwable failure = null;
    String result = null;
    try {
      ToolOutcome outcome = execution.run(notes);
      end = outcome.end();
      failure = outcome.failure();
      result = outcome.text();
      return outcome;
    } catch (InterruptedException e) {
      end = ToolEnd.CANCELLED;
      failure = e;
      throw e;
    } catch (Throwable e) {
      failure = e;
      throw e;
    } finally {
      RunEvent.ToolEnded event =
          new RunEvent.ToolEnded(
              events.run(),
              step,
              System.nanoTime(),
              call.number(),
              turn,
              name,
              start,
              end,
              notes.approval(),
              ErrorType.ofAny(failure),
              failure);
      if (events.wantContent()) {
        events.emit(event, new ToolContent(notes.arguments(call), result));
      }
      events.emit(event);
    }
  }
}
