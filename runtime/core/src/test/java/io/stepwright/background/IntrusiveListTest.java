package io.stepwright.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntrusiveListTest {

  private static final class Item extends IntrusiveList.Link<Item> {}

  @Test
  void isEmptyAtFirst() {
    IntrusiveList<Item> list = new IntrusiveList<>();
    assertThat(list.first()).isNull();
  }

  /** Random changes, each compared with those of a list of the JDK. */
  @Test
  void holdsWhatAnArrayListHolds() {
    Random random = new Random(1);
    IntrusiveList<Item> list = new IntrusiveList<>();
    List<Item> expected = new ArrayList<>();
    List<Item> outside = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      outside.add(new Item());
    }
    for (int i = 0; i < 10_000; i++) {
      if (expected.isEmpty() || (!outside.isEmpty() && random.nextBoolean())) {
        Item added = outside.remove(random.nextInt(outside.size()));
        list.add(added);
        expected.add(0, added);
      } else {
        Item removed = expected.remove(random.nextInt(expected.size()));
        list.remove(removed);
        outside.add(removed);
      }
      assertThat(items(list)).isEqualTo(expected);
    }
  }

  private static List<Item> items(IntrusiveList<Item> list) {
    List<Item> items = new ArrayList<>();
    for (Item item = list.first(); item != null; item = list.after(item)) {
      items.add(item);
    }
    return items;
  }
}
