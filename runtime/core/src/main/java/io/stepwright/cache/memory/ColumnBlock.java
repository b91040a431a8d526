package io.stepwright.cache.memory;

import io.stepwright.spi.CacheEntry;

/**
 * A block whose vectors stand in columns: the first numbers of all, the second numbers of all, and
 * so on. A loop over a column has independent sums, so the just-in-time compiler turns it into
 * vector instructions by itself; over a row it must not, because that would change the order in
 * which a sum is rounded.
 */
final class ColumnBlock extends VectorBlock {

  private final float[][] columns;

  ColumnBlock(int capacity, int dimensions) {
    super(capacity);
    columns = new float[dimensions][capacity];
  }

  @Override
  void write(int row, float[] vector) {
    for (int i = 0; i < columns.length; i++) {
      columns[i][row] = vector[i];
    }
  }

  @Override
  void scan(NearestEntries nearest) {
    float[] cosines = cosines(nearest.query());
    float bar = nearest.bar();
    for (int row = 0; row < cosines.length; row++) {
      // Not "<=": whatever is no number is offered, too, and judged by its own vector.
      if (!(cosines[row] < bar)) {
        CacheEntry entry = entry(row);
        if (entry != null) {
          nearest.offer(entry);
          bar = nearest.bar();
        }
      }
    }
  }

  private float[] cosines(float[] query) {
    float[] sums = new float[capacity()];
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
