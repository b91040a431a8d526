package io.stepwright.answer;

import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.NearMatchGuard;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a runtime's cache. Immutable.
 *
 * @param store where answers are kept, which is closed with the cache; null to keep them in this
 *     process
 * @param embedder compares texts by meaning
 * @param guards the guards of every question, beside the built-in ones
 * @param timeout how long store and embedder together may keep a step waiting
 * @param sharedTimeout how long a step waits for another process that asks the same; null if every
 *     process asks for itself
 * @param namespace part of every key; empty if there is none
 * @param secret keys the digests of keys; null for digests that everybody can compute
 */
public record StepAnswersSettings(
    @Nullable CacheStore store,
    StepEmbedder embedder,
    List<NearMatchGuard> guards,
    Duration timeout,
    @Nullable Duration sharedTimeout,
    String namespace,
    @Nullable String secret) {

  /** Copies the list. */
  public StepAnswersSettings {
    guards = List.copyOf(guards);
  }

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "StepAnswersSettings[store=" + store + ", namespace=" + namespace + "]";
  }
}
