package io.stepwright.openai;

import io.stepwright.spi.ModelReply;

/** An answer of the right status and shape that holds no message. */
final class NoMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long inputTokens;
  private final long outputTokens;

  /**
   * An answer.
   *
   * @param inputTokens what it cost, or {@link ModelReply#UNKNOWN}
   * @param outputTokens the same
   */
  NoMessageException(long inputTokens, long outputTokens) {
    this.inputTokens = inputTokens;
    this.outputTokens = outputTokens;
  }

  long inputTokens() {
    return inputTokens;
  }

  long outputTokens() {
    return outputTokens;
  }
}
