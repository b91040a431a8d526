package io.stepwright.config;

import org.jspecify.annotations.Nullable;

/**
 * The scope of shared answers: processes with the same namespace and the same secret share them.
 * Immutable.
 *
 * @param namespace empty if there is none
 * @param secret null if there is none
 */
public record CacheScope(String namespace, @Nullable String secret) {

  /** Omits the secret. */
  @Override
  public String toString() {
    return "CacheScope[namespace=" + namespace + "]";
  }
}
