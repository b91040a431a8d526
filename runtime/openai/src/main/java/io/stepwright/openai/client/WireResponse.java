package io.stepwright.openai.client;

/**
 * A response that is completely received; the body of an error may be cut.
 *
 * @param status the HTTP status
 * @param body the body as it was received, in its content codings
 */
public record WireResponse(int status, Headers headers, Blocks body) {

  /** The maximum size of an answer in bytes: far above real answers, far below a harmful size. */
  public static final int LARGEST_BODY = 4 * 1024 * 1024;

  /** The maximum size of an error body in bytes; the rest is ignored. */
  public static final int LARGEST_ERROR = 64 * 1024;

  /** Tells whether a response of this status should be an answer. */
  public static boolean isAnswer(int status) {
    return status >= 200 && status < 300;
  }

  /** Leaves out the body, which may be personal. */
  @Override
  public String toString() {
    return "WireResponse[status=" + status + "]";
  }
}
