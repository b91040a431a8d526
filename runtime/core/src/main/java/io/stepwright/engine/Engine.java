package io.stepwright.engine;

import io.stepwright.background.Alarms;
import io.stepwright.background.DaemonThreads;
import io.stepwright.config.Configuration;
import io.stepwright.engine.model.Models;
import io.stepwright.event.Listeners;
import io.stepwright.recording.ReportDelivery;
import io.stepwright.spi.ContextPropagator;
import java.util.List;

/** What all runs of a runtime share. */
public record Engine(
    Configuration configuration,
    Models models,
    StepThreads threads,
    DaemonThreads daemons,
    Alarms alarms,
    OpenRuns openRuns,
    Listeners listeners,
    ReportDelivery reports,
    List<ContextPropagator> propagators,
    long drainWarningNanos)
    implements AutoCloseable {

  /**
   * Cancels the runs that are open, waits for their end, and closes what belongs to the runtime.
   */
  @Override
  public void close() {
    openRuns.close();
    reports.close();
    alarms.close();
    threads.close();
    models.close();
    // At last: what was told above is heard, too.
    listeners.close();
  }
}
