package io.stepwright.background;

import java.util.Iterator;
import java.util.List;

/**
 * A striped set of instances. Each thread uses one stripe, which keeps contention low. The iterator
 * visits all stripes. Immutable; the instances must be thread-safe.
 */
public final class Striped<T> implements Iterable<T> {

  /** The number of stripes, a power of two. */
  public static final int COUNT = 16;

  private final List<T> all;

  /**
   * Makes a set.
   *
   * @param stripes {@link #COUNT} instances
   */
  public Striped(List<? extends T> stripes) {
    if (stripes.size() != COUNT) {
      throw new IllegalArgumentException(stripes.size() + " stripes instead of " + COUNT);
    }
    all = List.copyOf(stripes);
  }

  /** Returns the stripe of the calling thread. */
  public T mine() {
    return all.get((int) Thread.currentThread().getId() & (COUNT - 1));
  }

  @Override
  public Iterator<T> iterator() {
    return all.iterator();
  }
}
