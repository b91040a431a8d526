package io.stepwright.background;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Several of a thing, of which a thread always gets the same one, so that threads rarely meet. All
 * of them can be visited. Immutable; the things themselves have to be thread-safe.
 */
public final class Striped<T> implements Iterable<T> {

  /** A power of two. */
  private static final int COUNT = 16;

  private final List<T> all;

  public Striped(Supplier<? extends T> maker) {
    List<T> made = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      made.add(maker.get());
    }
    all = List.copyOf(made);
  }

  /** The one of the calling thread. */
  public T mine() {
    return all.get((int) Thread.currentThread().getId() & (COUNT - 1));
  }

  @Override
  public Iterator<T> iterator() {
    return all.iterator();
  }
}
