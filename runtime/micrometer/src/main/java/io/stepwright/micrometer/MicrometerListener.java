package io.stepwright.micrometer;

import com.google.auto.service.AutoService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.stepwright.spi.ListenerSettings;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.spi.RunListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records runs, steps, model calls, calls of tools, cache look-ups and retries in a registry.
 * Thread-safe.
 *
 * <p>Events are recorded on the run's threads: none may be lost, and recording takes no longer than
 * queueing.
 */
@AutoService(RunListener.class)
public final class MicrometerListener implements RunListener {

  private final Meters meters;
  private final Map<Long, OpenRun> runs = new ConcurrentHashMap<>();

  private record OpenRun(long startNanos, Map<StepKey, MeteredStep> steps) {}

  /** Makes a listener that records in the {@linkplain Metrics#globalRegistry global registry}. */
  public MicrometerListener() {
    this(Metrics.globalRegistry);
  }

  /** Makes a listener that records in the given registry. */
  public MicrometerListener(MeterRegistry registry) {
    meters = new Meters(registry);
  }

  /** Sets whether histograms have buckets. */
  @Override
  public void configure(ListenerSettings settings) {
    meters.buckets(settings.buckets());
  }

  /** Returns true: no event is lost, and the span of the caller is current. */
  @Override
  public boolean onCallingThread() {
    return true;
  }

  @Override
  public void onEvent(RunEvent event) {
    Long id = event.run().id();
    if (event instanceof RunEvent.RunStarted) {
      runs.put(id, new OpenRun(event.nanos(), new ConcurrentHashMap<>()));
    } else if (event instanceof RunEvent.RunEnded ended) {
      OpenRun run = runs.remove(id);
      if (run != null) {
        meters.run(ended, ended.nanos() - run.startNanos());
      }
    } else if (event instanceof RunEvent.ToolEnded call) {
      meters.tool(call);
    } else if (event instanceof StepEvent step) {
      OpenRun run = runs.get(id);
      if (run != null) {
        onEvent(step, run.steps());
      }
    }
  }

  private void onEvent(StepEvent event, Map<StepKey, MeteredStep> steps) {
    if (event instanceof RunEvent.Started) {
      steps.put(event.step(), new MeteredStep(meters, event.nanos()));
      return;
    } else if (event instanceof RunEvent.Requested || event instanceof RunEvent.Ready) {
      return;
    }
    MeteredStep step = steps.get(event.step());
    if (event instanceof RunEvent.CacheLookedUp looked) {
      meters.lookedUp(event, looked.lookup());
    } else if (step == null) {
      // The step has ended without a start, and took no time.
      return;
    } else if (event instanceof RunEvent.AttemptStarted starting) {
      step.starting(starting);
    } else if (event instanceof RunEvent.Attempted attempted) {
      step.attempted(attempted);
    } else {
      steps.remove(event.step());
      step.end(event);
    }
  }
}
