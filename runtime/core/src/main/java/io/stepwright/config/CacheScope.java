package io.stepwright.config;

import org.jspecify.annotations.Nullable;

/**
 * Who may share answers: those with the same namespace and the same secret. Immutable.
 *
 * @param namespace empty if there is none
 * @param secret null if there is none
 */
public record CacheScope(String namespace, @Nullable String secret) {

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "CacheScope[namespace=" + namespace + "]";
  }
}
