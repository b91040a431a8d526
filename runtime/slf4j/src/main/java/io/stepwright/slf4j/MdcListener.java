package io.stepwright.slf4j;

import com.google.auto.service.AutoService;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.RunListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts {@code agent}, {@code run} and {@code step} into the MDC while a thread is inside of a step,
 * and what was there before back afterwards. {@code run} is a number that is unique in the process;
 * an item of a fan-out is a {@code step} such as {@code label[3]}, and a step with alternatives has
 * the name of the one that runs behind its own: {@code reply (refundReply)}. Thread-safe.
 */
@AutoService(RunListener.class)
public final class MdcListener implements RunListener {

  /** What the threads had that are inside of a step, by run and step. */
  private final Map<Long, Map<StepKey, MdcKeys>> runs = new ConcurrentHashMap<>();

  /** For {@link java.util.ServiceLoader}. */
  public MdcListener() {}

  /** True: the MDC belongs to the thread of the step. */
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
    } else if (event instanceof StepEvent step) {
      Map<StepKey, MdcKeys> before = runs.get(id);
      if (before != null) {
        onEvent(step, before);
      }
    }
  }

  private static void onEvent(StepEvent event, Map<StepKey, MdcKeys> before) {
    if (event instanceof RunEvent.Started) {
      before.put(event.step(), MdcKeys.current());
      MdcKeys.of(event.run(), event.step()).put();
    } else if (event instanceof RunEvent.Finished
        || event instanceof RunEvent.Failed
        || event instanceof RunEvent.Skipped
        || event instanceof RunEvent.NotNeeded
        || event instanceof RunEvent.Cancelled) {
      MdcKeys had = before.remove(event.step());
      // One that has not started has put nothing there.
      if (had != null) {
        had.put();
      }
    }
  }
}
