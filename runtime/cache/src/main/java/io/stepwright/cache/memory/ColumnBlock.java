package io.stepwright.cache.memory;

import io.stepwright.spi.cache.CacheEntry;

/**
 * A block that stores the first numbers of its vectors in columns: the first number of all vectors,
 * the second number of all vectors, and so on. A loop over a column has independent sums, so the
 * just-in-time compiler can vectorise it; it must not vectorise a loop over a row, because that
 * would change the rounding of the sum.
 *
 * <p>By the Cauchy-Schwarz inequality, the dot product of the remaining numbers is at most the
 * product of their lengths. So a row is skipped only if it surely stays below the threshold, and
 * the few other rows are compared by the entries' own vectors: the incremental pruning of
 * Teflioudi, Gemulla and Mykytiuk, "LEMP: Fast Retrieval of Large Entries in a Matrix Product"
 * (SIGMOD 2015). A scan is bound by memory bandwidth, and this reads only a part of the memory.
 */
final class ColumnBlock extends VectorBlock {

  /** More than the rounding error of a bound, for vectors of length 1. */
  private static final float ROUNDING = 1e-4f;

  private final float[][] columns;
  private final float[] residualNorms;

  /**
   * Makes an empty block.
   *
   * @param head the number of a vector's numbers that it stores
   */
  ColumnBlock(int capacity, int head) {
    super(capacity);
    columns = new float[head][capacity];
    residualNorms = new float[capacity];
  }

  @Override
  void write(int row, float[] vector) {
    for (int i = 0; i < columns.length; i++) {
      columns[i][row] = vector[i];
    }
    residualNorms[row] = DotProduct.length(vector, columns.length);
  }

  @Override
  void scan(NearestEntries nearest) {
    float[] bounds = bounds(nearest);
    float bar = nearest.bar() - ROUNDING;
    for (int row = 0; row < bounds.length; row++) {
      // Not "<=": NaN is offered too, and compared by its own vector.
      if (!(bounds[row] < bar)) {
        CacheEntry entry = entry(row);
        if (entry != null) {
          nearest.offer(entry);
          bar = nearest.bar() - ROUNDING;
        }
      }
    }
  }

  /** Returns an upper bound of the cosine of each row. */
  private float[] bounds(NearestEntries nearest) {
    float[] query = nearest.query();
    float[] sums = new float[capacity()];
    add(sums, residualNorms, nearest.rest(columns.length));
    int i = 0;
    for (; i + 3 < columns.length; i += 4) {
      add(
          sums,
          columns[i],
          columns[i + 1],
          columns[i + 2],
          columns[i + 3],
          query[i],
          query[i + 1],
          query[i + 2],
          query[i + 3]);
    }
    for (; i < columns.length; i++) {
      add(sums, columns[i], query[i]);
    }
    return sums;
  }

  /** Four columns at a time, so that the sums are loaded and stored a quarter as often. */
  private static void add(
      float[] sums,
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      float byA,
      float byB,
      float byC,
      float byD) {
    for (int row = 0; row < sums.length; row++) {
      sums[row] += byA * a[row] + byB * b[row] + byC * c[row] + byD * d[row];
    }
  }

  private static void add(float[] sums, float[] column, float by) {
    for (int row = 0; row < sums.length; row++) {
      sums[row] += by * column[row];
    }
  }
}
