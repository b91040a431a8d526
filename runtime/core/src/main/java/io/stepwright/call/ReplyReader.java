package io.stepwright.call;

import io.stepwright.spi.ModelReply;

/**
 * Makes a value from an answer.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface ReplyReader<T> {

  /**
   * Reads an answer.
   *
   * @throws UnusableReplyException if it is cut, refused or of the wrong shape
   * @throws InterruptedException if the thread was interrupted
   */
  T read(ModelReply reply) throws UnusableReplyException, InterruptedException;
}
