package io.stepwright.cache.step;

import io.stepwright.answer.AskedModel;
import io.stepwright.cache.CacheDigest;
import io.stepwright.cache.CacheDigests;
import io.stepwright.cache.TextFolding;
import io.stepwright.cache.TextKey;
import io.stepwright.cache.guard.Guards;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.StepInfo;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of answers. The keys are digests, which reveal nothing without the secret.
 * Thread-safe.
 */
final class StepKeys {

  // Changes whenever the parts of a key change.
  private static final String KEY_VERSION = "3";

  /** The parts of a key besides the values. The step is a constant of its agent's class. */
  private record Origin(StepInfo step, String fingerprint, AskedModel model, String embedder) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Origin origin
          && step == origin.step
          && fingerprint.equals(origin.fingerprint)
          && model.equals(origin.model)
          && embedder.equals(origin.embedder);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(step) + model.model().hashCode();
    }
  }

  private final CacheDigests digests;
  private final String namespace;

  /**
   * Digests of origins, computed once: the part of a key that is equal for all questions of a step
   * is the longer part.
   */
  private final ConcurrentMap<Origin, String> origins = new ConcurrentHashMap<>();

  /**
   * Makes keys.
   *
   * @param namespace part of every key; empty if there is none
   * @param secret keys the digests; null for digests that everybody can compute
   */
  StepKeys(String namespace, @Nullable String secret) {
    digests = new CacheDigests(secret);
    this.namespace = namespace;
  }

  /**
   * The address of an answer in the cache.
   *
   * @param partition a digest of everything that must be equal
   * @param id a digest of the text, or of all values if there is no text
   */
  record CacheAddress(String partition, String id) {}

  /**
   * Returns the address of an answer.
   *
   * @param embedder the identifier of the embedder, empty if the step compares nothing by meaning
   */
  CacheAddress address(
      StepInfo step, CacheRule rule, CacheKey key, AskedModel model, String embedder) {
    String origin = origin(step, rule, model, embedder);
    String text = key.text();
    if (text == null) {
      // Without a text, the values of the question are the id.
      return new CacheAddress(origin, values(digests.start(), key).hex());
    }
    return new CacheAddress(values(digests.start().add(origin), key).hex(), idOf(text));
  }

  /** Returns the id that all questions with a text share, whatever else is in their keys. */
  String idOf(String text) {
    return digests.start().add(TextKey.of(text)).hex();
  }

  private static CacheDigest values(CacheDigest digest, CacheKey key) {
    for (String part : key.exact()) {
      digest.add(part);
    }
    return digest;
  }

  private String origin(StepInfo step, CacheRule rule, AskedModel model, String embedder) {
    Origin origin = new Origin(step, rule.fingerprint(), model, embedder);
    String known = origins.get(origin);
    if (known == null) {
      known =
          digests
              .start()
              .add(KEY_VERSION)
              .add(String.valueOf(TextFolding.VERSION))
              .add(String.valueOf(Guards.VERSION))
              .add(namespace)
              .add(step.agent().type())
              .add(step.name())
              .add(rule.fingerprint())
              .add(model.provider())
              .add(model.endpoint())
              .add(model.account())
              .add(model.settings())
              .add(model.model())
              .add(model.body())
              .add(embedder)
              .hex();
      origins.put(origin, known);
    }
    return known;
  }
}
