package io.stepwright.engine;

import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first failure of a run, and the later ones. Guarded by the run's lock. */
final class RunFailure {

  private final AgentException first;
  private final boolean thrownByBody;
  private final Thread thread = Thread.currentThread();
  private final List<AgentException> later = new ArrayList<>(0);
  private @Nullable AgentException thrown;

  RunFailure(AgentException first, boolean thrownByBody) {
    this.first = first;
    this.thrownByBody = thrownByBody;
  }

  AgentException first() {
    return first;
  }

  /** Passes the report of the run to its failure. */
  void reportedBy(Supplier<RunReport> report) {
    first.reportedBy(report);
    if (thrown != null) {
      thrown.reportedBy(report);
    }
  }

  void add(AgentException failure) {
    if (!failure.equals(first)) {
      later.add(failure);
      if (thrown != null) {
        suppress(thrown, failure);
      }
    }
  }

  /** Returns the first failure for the calling thread to throw; the same object each time. */
  AgentException thrown() {
    if (thrown == null) {
      thrown = Thread.currentThread() == thread ? first : again();
      for (AgentException failure : later) {
        suppress(thrown, failure);
      }
    }
    return thrown;
  }

  private AgentException again() {
    AgentException again = first.again(cause());
    for (Throwable suppressed : first.getSuppressed()) {
      again.addSuppressed(suppressed);
    }
    return again;
  }

  /** Returns the first failure itself if user code has seen it, else only its cause. */
  private @Nullable Throwable cause() {
    return thrownByBody ? first : first.getCause();
  }

  private static void suppress(AgentException thrown, AgentException failure) {
    if (!thrown.equals(failure)) {
      thrown.addSuppressed(failure);
    }
  }
}
