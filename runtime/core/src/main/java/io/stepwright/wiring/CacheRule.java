package io.stepwright.wiring;

import java.time.Duration;
import java.util.List;

/**
 * How the answers of a step are remembered. Immutable; part of a constant of the generated class.
 *
 * @param fingerprint a digest of all that goes into an answer and is known at compile time
 * @param similarity the least cosine of a hit by meaning; 1 for equal values only
 * @param ttl how long an answer is remembered
 * @param guards the names of the guards that a near text has to pass
 * @param servesUnjudged whether a near text that cannot be judged is served
 */
public record CacheRule(
    String fingerprint,
    double similarity,
    Duration ttl,
    List<String> guards,
    boolean servesUnjudged) {

  private static final Duration USUAL_TTL = Duration.ofHours(1);
  private static final List<String> ALL_GUARDS =
      List.of("NUMBERS", "POLARITY", "ENTITIES", "ORDER");

  /** Copies the list. */
  public CacheRule {
    guards = List.copyOf(guards);
  }

  /** Equal values only, for an hour; with all guards, should texts be compared by meaning. */
  public static CacheRule of(String fingerprint) {
    return new CacheRule(fingerprint, 1.0, USUAL_TTL, ALL_GUARDS, false);
  }

  /** This rule with a text that is compared by meaning. */
  public CacheRule similarity(double similarity) {
    return new CacheRule(fingerprint, similarity, ttl, guards, servesUnjudged);
  }

  /** This rule with another time to remember. */
  public CacheRule ttl(Duration ttl) {
    return new CacheRule(fingerprint, similarity, ttl, guards, servesUnjudged);
  }

  /** This rule with these guards only. */
  public CacheRule guards(String... guards) {
    return new CacheRule(fingerprint, similarity, ttl, List.of(guards), servesUnjudged);
  }

  /** This rule without any guard. */
  public CacheRule unguarded() {
    return new CacheRule(fingerprint, similarity, ttl, List.of(), servesUnjudged);
  }

  /** This rule, serving what is near and cannot be judged. */
  public CacheRule servingUnjudged() {
    return new CacheRule(fingerprint, similarity, ttl, guards, true);
  }

  /** Whether texts that differ may share an answer. */
  public boolean isSemantic() {
    return similarity < 1;
  }
}
