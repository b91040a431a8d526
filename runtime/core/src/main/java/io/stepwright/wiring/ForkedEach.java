package io.stepwright.wiring;

import java.util.List;
import java.util.Optional;

/**
 * A fan-out that runs concurrently with the caller thread. Its value is the list of the values of
 * its items, in the order of the items. The list is unmodifiable.
 *
 * @param <T> the type of an item's value
 */
public interface ForkedEach<T> extends Forked<List<T>> {

  /**
   * Returns the value of one item without waiting.
   *
   * @param index the item's index, starting at 0
   * @throws IllegalStateException if the item has not ended, or does not exist
   */
  T item(int index);

  /**
   * Returns this fan-out with the item type of a step that leaves failed items empty.
   *
   * @throws IllegalStateException if the step does not leave failed items empty
   */
  ForkedEach<Optional<T>> orEmpty();
}
