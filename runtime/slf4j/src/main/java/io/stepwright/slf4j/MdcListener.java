package io.stepwright.slf4j;

import com.google.auto.service.AutoService;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.RunListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sets {@code agent}, {@code run} and {@code step} in the MDC while a thread executes a step, and
 * restores the previous values afterwards. {@code run} is a number that is unique in the process.
 * {@code step} is {@code label[3]} for an item of a fan-out, and {@code reply (refundReply)} for a
 * step with alternatives, where the chosen one follows the name. While a tool is executed that a
 * model calls, {@code tool} is its name, too. Thread-safe.
 */
@AutoService(RunListener.class)
public final class MdcListener implements RunListener {

  /** The previous values of the threads that execute a step, by run and step. */
  private final Map<Long, Map<Execution, MdcKeys>> runs = new ConcurrentHashMap<>();

  /**
   * An execution of a step, or of a tool that its model calls.
   *
   * @param call the number of the call of a tool, 0 for the step itself
   */
  private record Execution(StepKey step, int call) {}

  /** For {@link java.util.ServiceLoader}. */
  public MdcListener() {}

  /** Returns true: the MDC belongs to the thread of the step. */
  @Override
  public boolean onCallingThread() {
    return true;
  }

  @Override
  public void onEvent(RunEvent event) {
    Long id = event.run().id();
    if (event instanceof RunEvent.RunStarted) {
      runs.put(id, new ConcurrentHashMap<>());
    } else if (event instanceof RunEvent.RunEnded) {
      runs.remove(id);
    } else {
      Map<Execution, MdcKeys> before = runs.get(id);
      if (before != null && event instanceof StepEvent step) {
        onEvent(step, before);
      } else if (before != null && event instanceof RunEvent.ToolEvent tool) {
        onEvent(tool, before);
      }
    }
  }

  /** Sets the values of a tool, which may be executed by another thread than its step. */
  private static void onEvent(RunEvent.ToolEvent event, Map<Execution, MdcKeys> before) {
    Execution execution = new Execution(event.step(), event.call());
    if (event instanceof RunEvent.ToolStarted) {
      before.put(execution, MdcKeys.current());
      MdcKeys.of(event.run(), event.step(), event.tool()).put();
    } else {
      MdcKeys had = before.remove(execution);
      if (had != null) {
        had.put();
      }
    }
  }

  private static void onEvent(StepEvent event, Map<Execution, MdcKeys> before) {
    Execution execution = new Execution(event.step(), 0);
    if (event instanceof RunEvent.Started) {
      before.put(execution, MdcKeys.current());
      MdcKeys.of(event.run(), event.step()).put();
    } else if (event instanceof RunEvent.Finished
        || event instanceof RunEvent.Failed
        || event instanceof RunEvent.Skipped
        || event instanceof RunEvent.NotNeeded
        || event instanceof RunEvent.Cancelled) {
      MdcKeys had = before.remove(execution);
      // A step that has not started has set no values.
      if (had != null) {
        had.put();
      }
    }
  }
}
