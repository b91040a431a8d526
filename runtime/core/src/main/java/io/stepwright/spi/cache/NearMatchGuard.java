package io.stepwright.spi.cache;

/**
 * Refuses a cached question that looks like the current one but wants another answer. Thread-safe.
 * Guards are found by {@link java.util.ServiceLoader} or set on the runtime's builder, in addition
 * to those that {@code @Cached} names.
 */
public interface NearMatchGuard {

  /** The verdict of a guard. */
  enum Verdict {
    /** The guard has no objection. */
    PASS,
    /** The two texts want different answers. */
    REFUSE,
    /**
     * The guard cannot judge, for example because it does not know the language. This counts as a
     * refusal, unless the step sets {@code @Cached(whenNotJudged = SERVE)}. Two texts without
     * anything that the guard looks for are a {@link #PASS}.
     */
    NOT_APPLICABLE
  }

  /** Returns the name of the guard in reports. */
  String name();

  /**
   * Compares two texts whose vectors are near each other.
   *
   * @param asked the current text
   * @param remembered the text whose answer is cached
   */
  Verdict check(String asked, String remembered);
}
