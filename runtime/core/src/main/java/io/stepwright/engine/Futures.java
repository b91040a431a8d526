package io.stepwright.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Awaits the futures that code steps return. */
final class Futures {

  private Futures() {}

  /**
   * Returns the value of a stage, or null if the stage or its value is null; the step is failed for
   * that later.
   */
  static <T> @Nullable T await(@Nullable CompletionStage<? extends @Nullable T> stage)
      throws Exception {
    if (stage == null) {
      return null;
    }
    CompletableFuture<? extends @Nullable T> future = stage.toCompletableFuture();
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      throw cause(e);
    }
  }

  private static Exception cause(ExecutionException failed) {
    @Nullable Throwable cause = failed.getCause();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : failed;
  }
}
