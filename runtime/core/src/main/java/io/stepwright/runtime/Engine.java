package io.stepwright.runtime;

import io.stepwright.config.Configuration;
import io.stepwright.spi.ContextPropagator;
import java.util.List;

/** What all runs of a runtime share. */
record Engine(
    Configuration configuration,
    Models models,
    StepThreads threads,
    DaemonThreads daemons,
    Alarms alarms,
    OpenRuns openRuns,
    Listeners listeners,
    ReportDelivery reports,
    List<ContextPropagator> propagators,
    long drainWarningNanos) {}
