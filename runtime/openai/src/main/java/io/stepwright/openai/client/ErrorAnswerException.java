package io.stepwright.openai.client;

import io.stepwright.openai.reply.ServerError;
import io.stepwright.spi.ModelReply;

/** Thrown for a server's answer that is an error, by its status or its content. */
final class ErrorAnswerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Headers headers;
  private final transient ServerError error;
  private final long inputTokens;
  private final long outputTokens;

  /**
   * Makes the exception for an error.
   *
   * @param status the status of the response
   */
  ErrorAnswerException(int status, Headers headers, ServerError error) {
    this(status, headers, error, ModelReply.UNKNOWN, ModelReply.UNKNOWN);
  }

  /**
   * Makes the exception for an error that was billed like an answer.
   *
   * @param status the status of the response
   * @param inputTokens the tokens of the request, or {@link ModelReply#UNKNOWN}
   * @param outputTokens the tokens of the answer, or {@link ModelReply#UNKNOWN}
   */
  ErrorAnswerException(
      int status, Headers headers, ServerError error, long inputTokens, long outputTokens) {
    this.status = status;
    this.headers = headers;
    this.error = error;
    this.inputTokens = inputTokens;
    this.outputTokens = outputTokens;
  }

  int status() {
    return status;
  }

  Headers headers() {
    return headers;
  }

  ServerError error() {
    return error;
  }

  long inputTokens() {
    return inputTokens;
  }

  long outputTokens() {
    return outputTokens;
  }
}
