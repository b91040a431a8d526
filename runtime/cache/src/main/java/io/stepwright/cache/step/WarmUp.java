package io.stepwright.cache.step;

import io.stepwright.cache.guard.Guards;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderException;
import io.stepwright.spi.cache.NearMatchGuard;

/** A look-up before the first one: to load its classes takes longer than a look-up may. */
final class WarmUp {

  private static final String ASKED = "How do I get from Paris to Rome before 9 May?";
  private static final String REMEMBERED = "How do I not get from Rome to Paris after 10 May?";

  private WarmUp() {}

  /** Uses the guards and an embedder once, and returns the embedder. */
  static Embedder of(Embedder embedder) {
    for (String name : Guards.names()) {
      NearMatchGuard guard = Guards.of(name);
      if (guard != null) {
        guard.check(ASKED, REMEMBERED);
      }
    }
    Guards.always().forEach(guard -> guard.check(ASKED, REMEMBERED));
    try {
      embedder.embed(ASKED);
    } catch (EmbedderException | RuntimeException e) {
      // The first question will meet the same, and is where it is dealt with.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return embedder;
  }
}
