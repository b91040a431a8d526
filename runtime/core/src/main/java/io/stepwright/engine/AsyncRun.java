package io.stepwright.engine;

import io.stepwright.runtime.AgentException;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.RunBody;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A run on a thread of its own, whose result is a future. */
final class AsyncRun<R extends @Nullable Object> implements Runnable {

  private final RunScope scope;
  private final String name;
  private final RunBody<R> body;
  private final CompletableFuture<R> future = new CompletableFuture<>();
  private final AtomicBoolean claimed = new AtomicBoolean();

  private AsyncRun(RunScope scope, String name, RunBody<R> body) {
    this.scope = scope;
    this.name = name;
    this.body = body;
  }

  static <R extends @Nullable Object> CompletableFuture<R> start(
      Engine engine, EntryPointInfo entryPoint, RunBody<R> body) {
    RunScope scope = RunScope.start(engine, entryPoint);
    AsyncRun<R> run = new AsyncRun<>(scope, entryPoint.name(), body);
    RunLife life = scope.life();
    // A dependent stage covers every way to complete the future: cancel, orTimeout, complete.
    CompletableFuture<R> unused =
        run.future.whenComplete(
            (value, failure) -> life.cancel("its future was completed by others"));
    life.state().onFailure(run::abandon);
    try {
      engine.threads().execute(run);
    } catch (Throwable e) {
      life.cannotStart(
          "the executor threw %s. Give the runtime an executor that accepts every task."
              .formatted(e.getClass().getName()),
          e);
    }
    return run.future;
  }

  @Override
  public void run() {
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    RunLife life = scope.life();
    StepThreads threads = life.engine().threads();
    life.enterThread(name, StepKey.NO_ITEM);
    try {
      execute(life);
    } finally {
      threads.leave();
    }
  }

  private void execute(RunLife life) {
    try (scope) {
      R value = body(life);
      inContext(() -> settle(value, null));
    } catch (Throwable e) {
      inContext(() -> settle(null, e));
    }
  }

  private R body(RunLife life) {
    Contexts contexts = life.contexts();
    var scopes = contexts.restore();
    // Closes the run within the context, so that its end is reported there too.
    try (scope) {
      return body.run(scope);
    } finally {
      contexts.close(scopes);
    }
  }

  /**
   * Runs the end of the run in the caller's context, which stages that depend on the future see.
   */
  private void inContext(Runnable end) {
    Contexts contexts = scope.life().contexts();
    var scopes = Contexts.NOTHING;
    try {
      scopes = contexts.restore();
    } catch (Throwable e) {
      logger()
          .log(
              System.Logger.Level.WARNING,
              "A future is completed without the context of its caller.",
              e);
    }
    try {
      end.run();
    } finally {
      contexts.close(scopes);
    }
  }

  @SuppressWarnings("NullAway")
  private void settle(@Nullable R value, @Nullable Throwable failure) {
    if (failure == null) {
      // The future of an entry point without a result is a CompletableFuture<Void>.
      future.complete(value);
    } else {
      future.completeExceptionally(failure);
    }
  }

  /** Ends a run whose task the executor has not run yet and may never run. */
  private void abandon() {
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    try {
      // Another thread: this one may be the timer's, and stages of the future are user code.
      scope.life().engine().daemons().make(this::end, "stepwright-end").start();
    } catch (Throwable e) {
      // Without a thread it ends here: the runtime waits for the end of each run, others for the
      // future.
      end();
    }
  }

  private void end() {
    AgentException failure = scope.life().thrown();
    inContext(
        () -> {
          try {
            scope.close();
          } finally {
            settle(null, failure);
          }
        });
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(AsyncRun.class.getName());
  }
}
