package io.stepwright.cache.guard;

/** Endings that part who does something from whom it is done to: payer and payee. */
final class Suffixes {

  /** Shorter roots only seem to have such an ending: tee, seer. */
  private static final int SHORTEST = 3;

  private Suffixes() {}

  /** Whether one stem ends in -er or -or and the other is the same with -ee. */
  static boolean part(String stem, String other) {
    return parts(stem, other) || parts(other, stem);
  }

  private static boolean parts(String doer, String other) {
    int root = doer.length() - 2;
    return root >= SHORTEST
        && (doer.endsWith("er") || doer.endsWith("or"))
        // Without its last letter, as all stems.
        && other.length() == root + 1
        && other.endsWith("e")
        && other.startsWith(doer.substring(0, root));
  }
}
