package io.stepwright.cache;

import io.stepwright.runtime.Await;

/** Waits until an embedder is loaded. */
final class Ready {

  private Ready() {}

  static void await(AnswerCache cache) throws InterruptedException {
    cache.warmUp();
    Await.until("the embedder is there", cache::isWarm);
  }
}
