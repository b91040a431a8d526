package io.stepwright.processor.random;

import io.stepwright.runtime.Conversation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * The outcomes of steps in one run. They are computed from the run's seed and the arguments of a
 * step, so that wrong arguments lead to another outcome.
 */
final class Outcomes {

  static final List<String> MOODS = List.of("CALM", "HASTY", "CROSS");

  private static final int MOST_ITEMS = 5;
  private static final int ABSENT_ONE_IN = 3;

  private final long seed;

  Outcomes(long seed) {
    this.seed = seed;
  }

  /** Returns the inputs of the entry point, with moods as texts. */
  Map<String, Object> inputs(RandomAgent agent) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    for (RandomAgent.Input input : agent.inputs()) {
      inputs.put(input.name(), value(input.name(), input.type(), ""));
    }
    return inputs;
  }

  /**
   * Returns the result of a method: an {@code Optional} if it may be absent.
   *
   * @param type the type of the step
   * @param inputs the arguments of the method
   * @param index the index of the item, or -1
   */
  Object of(RandomAgent.Branch branch, ValueType type, String inputs, int index) {
    boolean absent = random(branch.method() + index, "absent").nextInt(ABSENT_ONE_IN) == 0;
    if (index >= 0) {
      String item = digest(branch.method(), inputs) + "@" + index;
      return type == ValueType.ITEMS ? item : absent ? Optional.empty() : Optional.of(item);
    }
    Object value = value(branch.method(), type, inputs);
    return !branch.optional() ? value : absent ? Optional.empty() : Optional.of(value);
  }

  private Object value(String name, ValueType type, String inputs) {
    Random random = random(name, "value");
    return switch (type) {
      case FLAG -> random.nextBoolean();
      case MOOD -> MOODS.get(random.nextInt(MOODS.size()));
      case LIST -> {
        List<String> items = new ArrayList<>();
        int size = random.nextInt(MOST_ITEMS);
        for (int i = 0; i < size; i++) {
          items.add(digest(name, inputs) + "@" + i);
        }
        yield List.copyOf(items);
      }
      case CHAT -> {
        Conversation chat = Conversation.empty().user(name).model(digest(name, inputs));
        yield random.nextInt(ABSENT_ONE_IN) == 0 ? Conversation.empty() : chat;
      }
      case PHOTO -> Given.photo(digest(name, inputs));
      default -> digest(name, inputs);
    };
  }

  private Random random(String name, String what) {
    return new Random(Objects.hash(seed, name, what) * 0x9E3779B97F4A7C15L);
  }

  private String digest(String name, String inputs) {
    return name + "#" + Integer.toHexString(Objects.hash(seed, name, inputs));
  }
}
