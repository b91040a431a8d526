package io.stepwright.call;

import io.stepwright.spi.ModelReply;
import org.jspecify.annotations.Nullable;

/** Is told of every attempt of one call, on the thread of the call. */
@FunctionalInterface
public interface AttemptObserver {

  /**
   * An attempt has ended.
   *
   * @param number 1 for the first
   * @param provider the provider
   * @param model the model that was asked
   * @param startNanos when it started, as {@link System#nanoTime}
   * @param reply the answer, or null if there was none
   * @param failure why it brought no usable answer, or null
   */
  void attempted(
      int number,
      String provider,
      String model,
      long startNanos,
      @Nullable ModelReply reply,
      @Nullable Throwable failure);
}
