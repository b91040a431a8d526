package io.stepwright.call;

import io.stepwright.spi.AttemptReason;
import java.util.ArrayList;
import java.util.List;

/** Asks models in turn until one of them gives a value. */
public final class FallbackChain {

  private FallbackChain() {}

  /**
   * Asks the first model and, if that gives no value, the next ones.
   *
   * @param targets the models, in the order in which they are asked; at least one
   * @throws ModelFailure if no model gave a value: the failure of the last model that was asked
   * @throws DeadlinePassedException if the deadline of the request has passed
   * @throws InterruptedException if the thread was interrupted
   */
  public static <T> T call(
      List<Target> targets,
      CallRequest request,
      Backoff backoff,
      ReplyReader<T> reader,
      AttemptObserver observer)
      throws ModelFailure, DeadlinePassedException, InterruptedException {
    Sender<T> sender = new Sender<>(request, reader, observer);
    List<ModelFailure> earlier = new ArrayList<>(0);
    for (int model = 0; ; model++) {
      AttemptReason reason = model == 0 ? AttemptReason.FIRST : AttemptReason.FALLBACK;
      try {
        return new Attempts<>(targets.get(model), request, sender, backoff)
            .ask(Question.first(request, model), reason);
      } catch (ModelFailure e) {
        if (model + 1 == targets.size() || !e.mayPassElsewhere()) {
          earlier.forEach(e::addSuppressed);
          throw e;
        }
        earlier.add(e);
      }
    }
  }
}
