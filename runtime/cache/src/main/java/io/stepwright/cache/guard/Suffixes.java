package io.stepwright.cache.guard;

/** Suffixes of agent and patient: payer and payee. */
final class Suffixes {

  /** Shorter roots only seem to have such an ending: tee, seer. */
  private static final int SHORTEST = 3;

  private Suffixes() {}

  /** Tells whether one stem ends in -er or -or and the other is the same with -ee. */
  static boolean part(String stem, String other) {
    return parts(stem, other) || parts(other, stem);
  }

  private static boolean parts(String doer, String other) {
    int root = doer.length() - 2;
    return root >= SHORTEST
        && (doer.endsWith("er") || doer.endsWith("or"))
        // Stems lack the last e.
        && other.length() == root + 1
        && other.endsWith("e")
        && other.startsWith(doer.substring(0, root));
  }
}
