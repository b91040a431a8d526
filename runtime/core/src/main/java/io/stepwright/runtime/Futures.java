package io.stepwright.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for what code steps return. */
final class Futures {

  private Futures() {}

  @SuppressWarnings({"ConstantValue", "NullAway"})
  static <T> T await(@Nullable CompletionStage<T> stage) throws Exception {
    if (stage == null) {
      // The step has returned null, and is reported as such.
      return null;
    }
    CompletableFuture<T> future = stage.toCompletableFuture();
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
