package io.stepwright.benchmarks.cache;

import io.stepwright.spi.cache.CacheEntry;
import java.util.Arrays;
import java.util.List;

/** Finds the nearest entries by an exhaustive search. Thread-safe. */
final class ExactScan {

  private final Dataset dataset;
  private final int entries;

  /**
   * Creates a search over the first entries of a dataset.
   *
   * @param dataset the dataset
   * @param entries the number of entries
   */
  ExactScan(Dataset dataset, int entries) {
    this.dataset = dataset;
    this.entries = entries;
  }

  /** Returns the nearest entries, the nearest first. */
  List<CacheEntry> nearest(float[] vector, int count) {
    double[] cosines = new double[count];
    int[] indexes = new int[count];
    Arrays.fill(cosines, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < entries; i++) {
      double cosine = Decision.cosine(vector, dataset.vector(i));
      int place = count;
      while (place > 0 && cosines[place - 1] < cosine) {
        place--;
      }
      if (place < count) {
        System.arraycopy(cosines, place, cosines, place + 1, count - place - 1);
        System.arraycopy(indexes, place, indexes, place + 1, count - place - 1);
        cosines[place] = cosine;
        indexes[place] = i;
      }
    }
    return Arrays.stream(indexes).mapToObj(dataset::entry).toList();
  }
}
