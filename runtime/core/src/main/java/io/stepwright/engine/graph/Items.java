package io.stepwright.engine.graph;

import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.wiring.IndexBody;
import io.stepwright.wiring.ItemBody;
import io.stepwright.wiring.Step;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The items of a fan-out: their number, and the body that runs for each. */
public final class Items {

  private final IntSupplier count;
  private final IndexBody<?> body;
  private final boolean values;
  private int size;

  /**
   * Makes items.
   *
   * @param count determines the number of items; may run user code
   * @param values true if the step has a value
   */
  public Items(IntSupplier count, IndexBody<?> body, boolean values) {
    this.count = count;
    this.body = body;
    this.values = values;
  }

  /** Makes the items of a list that is available when {@code open} is called. */
  public static <I> Items of(
      StepInfo step,
      Supplier<? extends @Nullable List<? extends I>> list,
      ItemBody<? super I, ?> body,
      boolean values) {
    ListItems<I> items = new ListItems<>(step, list, body);
    return new Items(items::open, items::run, values);
  }

  /** Makes the items of another fan-out, each of which is available when it is run. */
  public static <I> Items of(
      FanOut<? extends I> source, ItemBody<? super I, ?> body, boolean values) {
    return new Items(source::size, (step, index) -> body.run(step, source.item(index)), values);
  }

  /** Determines the number of items. Called once, not under a lock. */
  void open() {
    size = count.getAsInt();
  }

  int size() {
    return size;
  }

  boolean haveValues() {
    return values;
  }

  @Nullable Object run(Step step, int index) throws Exception {
    return body.run(step, index);
  }

  /** The items of a list, copied when it is opened. */
  private static final class ListItems<I> {

    private final StepInfo step;
    private final Supplier<? extends @Nullable List<? extends I>> list;
    private final ItemBody<? super I, ?> body;
    private Object[] items = {};

    ListItems(
        StepInfo step,
        Supplier<? extends @Nullable List<? extends I>> list,
        ItemBody<? super I, ?> body) {
      this.step = step;
      this.list = list;
      this.body = body;
    }

    int open() {
      List<? extends I> given = list.get();
      if (given == null) {
        throw failed(
            "The list of items of %s is null. Return an empty list instead.",
            Messages.within(step));
      }
      items = given.toArray();
      for (int i = 0; i < items.length; i++) {
        if (items[i] == null) {
          throw failed("%s is null. Leave it out of the list.", Messages.name(step, i));
        }
      }
      return items.length;
    }

    @SuppressWarnings("unchecked")
    @Nullable Object run(Step context, int index) throws Exception {
      return body.run(context, (I) items[index]);
    }

    private StepFailedException failed(String message, String what) {
      return new StepFailedException(
          step.agent().name(), step.name(), message.formatted(what), null);
    }
  }
}
