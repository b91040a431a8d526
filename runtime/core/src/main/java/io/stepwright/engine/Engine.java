package io.stepwright.engine;

import io.stepwright.background.Alarms;
import io.stepwright.background.DaemonThreads;
import io.stepwright.config.Configuration;
import io.stepwright.engine.conversation.ConversationStoreSource;
import io.stepwright.engine.model.Models;
import io.stepwright.event.Listeners;
import io.stepwright.recording.ReportDelivery;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.ContextPropagator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state that all runs of a runtime share. Thread-safe.
 *
 * @param approvals null if every call of a tool that needs approval is refused
 */
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
    ConversationStoreSource conversations,
    @Nullable Approvals approvals,
    long drainWarningNanos)
    implements AutoCloseable {

  /** Cancels the open runs, waits for their end, and closes the resources of the runtime. */
  @Override
  public void close() {
    openRuns.close();
    reports.close();
    alarms.close();
    threads.close();
    models.close();
    conversations.close();
    // Closed last, so that listeners receive the events of everything above.
    listeners.close();
  }
}
