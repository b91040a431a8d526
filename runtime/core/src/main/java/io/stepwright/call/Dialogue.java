package io.stepwright.call;

import java.util.List;

/** A way to get a value from models: by one question, or by several turns. */
public interface Dialogue {

  /** A dialogue of one question, which may be repaired. */
  Dialogue ONE_QUESTION = FallbackChain::call;

  /**
   * Asks the first model and, if that gives no value, the next ones.
   *
   * @param targets the models, in the order in which they are asked; at least one
   * @param reader makes a value of the last answer
   * @throws ModelFailure if no model gave a value: the failure of the last model that was asked
   * @throws DeadlinePassedException if the deadline of the request has passed
   * @throws InterruptedException if the thread was interrupted
   */
  <T> T hold(
      List<Target> targets,
      CallRequest request,
      Backoff backoff,
      ReplyReader<T> reader,
      AttemptObserver observer)
      throws ModelFailure, DeadlinePassedException, InterruptedException;

  /** Tells whether the value of this dialogue may be given to others who ask the same. */
  default boolean isRepeatable() {
    return true;
  }
}
