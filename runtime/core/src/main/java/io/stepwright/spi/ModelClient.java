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
   * <p>An interrupt aborts this request, and no other one on the same connection, before this
   * method returns.
   *
   * @throws ModelClientException if there is no usable answer; its text holds no secret and no
   *     prompt
   * @throws InterruptedException if the thread was interrupted
   */
  ModelReply call(ModelRequest request) throws ModelClientException, InterruptedException;

  /**
   * Where its requests go, such as the base URL: models of one name on different servers are
   * different models to the cache. Holds no secret.
   */
  default String endpoint() {
    return "";
  }

  /**
   * Whose requests these are, such as a digest of the API key: answers that one account was given
   * are not served to another one by a cache that both use. Empty if there is only one. Holds no
   * secret that could be read or guessed from it.
   */
  default String account() {
    return "";
  }

  /** Closes connections. Called once, when no call is under way. */
  @Override
  void close();
}
