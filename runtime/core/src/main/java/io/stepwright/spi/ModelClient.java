package io.stepwright.spi;

/**
 * Talks to the servers of one model provider. Thread-safe: a runtime uses one client for all of its
 * runs at once.
 *
 * <p>A client makes one attempt per call and never retries by itself: the runtime owns retries,
 * deadlines and limits.
 */
public interface ModelClient extends AutoCloseable {

  /**
   * Sends one request and waits for its answer.
   *
   * <p>An interrupt aborts this request before this method returns, and does not affect other
   * requests on the same connection.
   *
   * @throws ModelClientException if there is no usable answer; its text holds no secret and no
   *     prompt
   * @throws InterruptedException if the thread was interrupted
   */
  ModelReply call(ModelRequest request) throws ModelClientException, InterruptedException;

  /**
   * Sends one request and hands over the text of its answer while it is written. A client that
   * cannot do that hands over the whole text as one piece, which is the default.
   *
   * @param sink receives the pieces, in order and on this thread; together they are the text of the
   *     answer, except that a model may refuse after it began to write: the answer then has {@link
   *     ModelReply.Finish#REFUSAL} and only the refusal as its text, and the pieces do not count
   * @throws ModelClientException if there is no usable answer, even if there were pieces
   * @throws InterruptedException if the thread was interrupted, or the sink wants no more
   */
  default ModelReply stream(ModelRequest request, DeltaSink sink)
      throws ModelClientException, InterruptedException {
    ModelReply reply = call(request);
    if (!reply.text().isEmpty()) {
      sink.text(reply.text());
    }
    return reply;
  }

  /**
   * Returns the destination of the requests, such as the base URL. The cache treats models of one
   * name on different servers as different models. Holds no secret.
   */
  default String endpoint() {
    return "";
  }

  /**
   * Returns an identifier of the account that sends the requests, such as a digest of the API key.
   * A shared cache does not serve the answers of one account to another. Empty if there is only one
   * account. No secret can be read or guessed from it.
   */
  default String account() {
    return "";
  }

  /** Closes connections. Called once, when no call is under way. */
  @Override
  void close();
}
