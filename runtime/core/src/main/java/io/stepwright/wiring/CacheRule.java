package io.stepwright.wiring;

import java.time.Duration;
import java.util.List;

/**
 * The cache settings of a step. Immutable; part of a constant of the generated class.
 *
 * @param fingerprint a digest of everything that affects an answer and is known at compile time;
 *     empty if it is that of the {@linkplain ModelStep#fingerprint() step}
 * @param similarity the minimum cosine similarity of a hit by meaning; 1 if only equal values share
 *     an answer
 * @param ttl the time to live of an answer
 * @param guards the names of the guards that a near text must pass
 * @param servesUnjudged true if a near text that no guard can judge is served
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

  /**
   * Returns a rule for equal values only, with a time to live of an hour. All guards apply if
   * {@link #similarity(double)} is set later.
   */
  public static CacheRule of(String fingerprint) {
    return new CacheRule(fingerprint, 1.0, USUAL_TTL, ALL_GUARDS, false);
  }

  /**
   * Returns a rule for equal values only, with a time to live of an hour and the fingerprint of the
   * step. All guards apply if {@link #similarity(double)} is set later.
   */
  public static CacheRule equal() {
    return of("");
  }

  /** Returns a copy with another fingerprint. */
  CacheRule fingerprint(String fingerprint) {
    return new CacheRule(fingerprint, similarity, ttl, guards, servesUnjudged);
  }

  /** Returns a copy with another minimum similarity. */
  public CacheRule similarity(double similarity) {
    return new CacheRule(fingerprint, similarity, ttl, guards, servesUnjudged);
  }

  /** Returns a copy with another time to live. */
  public CacheRule ttl(Duration ttl) {
    return new CacheRule(fingerprint, similarity, ttl, guards, servesUnjudged);
  }

  /** Returns a copy with these guards only. */
  public CacheRule guards(String... guards) {
    return new CacheRule(fingerprint, similarity, ttl, List.of(guards), servesUnjudged);
  }

  /** Returns a copy without guards. */
  public CacheRule unguarded() {
    return new CacheRule(fingerprint, similarity, ttl, List.of(), servesUnjudged);
  }

  /** Returns a copy that serves near texts that no guard can judge. */
  public CacheRule servingUnjudged() {
    return new CacheRule(fingerprint, similarity, ttl, guards, true);
  }

  /** Returns whether texts that differ may share an answer. */
  public boolean isSemantic() {
    return similarity < 1;
  }
}
