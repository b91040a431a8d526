package io.stepwright.wiring;

import java.util.List;
import java.util.Optional;

/**
 * A fan-out that runs beside the caller: its value is the list of the values of its items, in the
 * order of the items. The list cannot be changed.
 *
 * @param <T> the type of an item's value
 */
public interface ForkedEach<T> extends Forked<List<T>> {

  /**
   * The value of one item, which is there already; never blocks.
   *
   * @param index the item's index, from 0 on
   * @throws IllegalStateException if the item has not ended, or there is none
   */
  T item(int index);

  /**
   * The fan-out with what its items really are if its step leaves those empty that fail.
   *
   * @throws IllegalStateException if the step does not
   */
  ForkedEach<Optional<T>> orEmpty();
}
