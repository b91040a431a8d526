package io.stepwright.engine;

import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.spi.ContextPropagator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The captured context of a run's caller, which is restored for every step on another thread. */
public final class Contexts {

  private static final Contexts NONE = new Contexts(new ContextPropagator.Snapshot[0]);

  static final ContextPropagator.@Nullable Scope[] NOTHING = {};

  private final ContextPropagator.Snapshot[] snapshots;

  private Contexts(ContextPropagator.Snapshot[] snapshots) {
    this.snapshots = snapshots;
  }

  /**
   * Filters out, with a warning, the propagators whose library is missing, which would fail every
   * run.
   */
  public static List<ContextPropagator> usable(List<ContextPropagator> found) {
    List<ContextPropagator> usable = new ArrayList<>();
    for (ContextPropagator propagator : found) {
      if (!isUnusable(propagator)) {
        usable.add(propagator);
      }
    }
    return usable;
  }

  private static boolean isUnusable(ContextPropagator propagator) {
    try {
      propagator.capture().restore().close();
      return false;
    } catch (LinkageError e) {
      logger()
          .log(
              System.Logger.Level.WARNING,
              "The context propagator %s cannot be used: %s. Add its missing dependencies, or remove its jar. It is ignored."
                  .formatted(propagator.getClass().getName(), LoadingFailure.describe(e)));
      return true;
    } catch (RuntimeException e) {
      return false; // The first run meets the same failure and reports it.
    }
  }

  /** Captures the context of the calling thread. */
  static Contexts capture(List<ContextPropagator> propagators) {
    if (propagators.isEmpty()) {
      return NONE;
    }
    var snapshots = new ContextPropagator.Snapshot[propagators.size()];
    for (int i = 0; i < snapshots.length; i++) {
      snapshots[i] = propagators.get(i).capture();
    }
    return new Contexts(snapshots);
  }

  /**
   * Restores the context on the calling thread.
   *
   * @return the scopes for {@link #close}
   * @throws RuntimeException the exception of a propagator; the thread has its old context then,
   *     because a step must not run with half of its context
   */
  ContextPropagator.@Nullable Scope[] restore() {
    if (snapshots.length == 0) {
      return NOTHING;
    }
    var scopes = new ContextPropagator.@Nullable Scope[snapshots.length];
    try {
      for (int i = 0; i < scopes.length; i++) {
        scopes[i] = snapshots[i].restore();
      }
      return scopes;
    } catch (Throwable e) {
      close(scopes);
      throw e;
    }
  }

  /** Closes the scopes of {@link #restore} in reverse order. */
  void close(ContextPropagator.@Nullable Scope[] scopes) {
    for (int i = scopes.length - 1; i >= 0; i--) {
      ContextPropagator.Scope scope = scopes[i];
      if (scope != null) {
        try {
          scope.close();
        } catch (Throwable e) {
          logger()
              .log(
                  System.Logger.Level.WARNING,
                  "A context propagator failed to restore the thread's context.",
                  e);
        }
      }
    }
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(Contexts.class.getName());
  }
}
