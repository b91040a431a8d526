package io.stepwright.benchmarks.cache;

import io.stepwright.cache.guard.Guards;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.NearMatchGuard;
import java.util.List;
import java.util.Objects;

/** The decision that a look-up makes, without the rest of the cache. */
final class Decision {

  private static final List<NearMatchGuard> GUARDS =
      Guards.names().stream().map(Guards::of).map(Objects::requireNonNull).toList();

  private Decision() {}

  /**
   * Returns whether one of the entries answers a question.
   *
   * @param nearest the entries, the nearest first
   */
  static boolean serves(String asked, float[] vector, List<CacheEntry> nearest) {
    for (CacheEntry entry : nearest) {
      if (cosine(vector, Objects.requireNonNull(entry.vector())) < Questions.SIMILARITY) {
        return false;
      }
      if (passes(asked, Objects.requireNonNull(entry.text()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean passes(String asked, String remembered) {
    for (NearMatchGuard guard : GUARDS) {
      if (guard.check(asked, remembered) == NearMatchGuard.Verdict.REFUSE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the cosine of vectors of length 1. Four partial sums avoid a chain of dependent
   * additions.
   */
  static double cosine(float[] a, float[] b) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    for (int i = 0; i + 3 < a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    return sum0 + sum1 + sum2 + sum3;
  }
}
