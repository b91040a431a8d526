package io.stepwright.spi;

/**
 * Refuses a remembered question that looks like the one that is asked but wants another answer.
 * Thread-safe. Guards are found by {@link java.util.ServiceLoader} or set on the runtime's builder,
 * beside those that {@code @Cached} names.
 */
public interface NearMatchGuard {

  /** What a guard says. */
  enum Verdict {
    /** Nothing speaks against it. */
    PASS,
    /** The two texts want different answers. */
    REFUSE,
    /**
     * The guard cannot tell, for one because it does not know the language: it counts as a refusal,
     * unless the step says {@code @Cached(whenNotJudged = SERVE)}. Two texts that the guard has
     * nothing against because it does not look for anything in them are a {@link #PASS}.
     */
    NOT_APPLICABLE
  }

  /** Its name in reports. */
  String name();

  /**
   * Compares two texts whose vectors are near each other.
   *
   * @param asked the text that is asked now
   * @param remembered the text whose answer is at hand
   */
  Verdict check(String asked, String remembered);
}
