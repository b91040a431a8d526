package io.stepwright.background;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A striped set of instances. Each thread uses one stripe, which keeps contention low. The iterator
 * visits all stripes. Immutable; the instances must be thread-safe.
 */
public final class Striped<T> implements Iterable<T> {

  /** The number of stripes, a power of two. */
  private static final int COUNT = 16;

  private final List<T> all;

  public Striped(Supplier<? extends T> maker) {
    List<T> made = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      made.add(maker.get());
    }
    all = List.copyOf(made);
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
