package io.stepwright.runtime;

import io.stepwright.call.Backoff;
import io.stepwright.call.ModelClients;
import io.stepwright.config.Configuration;
import io.stepwright.spi.ContextPropagator;
import java.util.List;

/** What all runs of a runtime share. */
record Engine(
    Configuration configuration,
    ModelClients clients,
    AnsweringModels answeringModels,
    StepCache cache,
    Backoff backoff,
    StepThreads threads,
    DaemonThreads daemons,
    Alarms alarms,
    OpenRuns openRuns,
    Listeners listeners,
    ReportDelivery reports,
    List<ContextPropagator> propagators,
    long drainWarningNanos) {}
