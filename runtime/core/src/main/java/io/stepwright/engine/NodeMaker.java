package io.stepwright.engine;

import io.stepwright.engine.graph.Absent;
import io.stepwright.engine.graph.Choice;
import io.stepwright.engine.graph.Decision;
import io.stepwright.engine.graph.FanOut;
import io.stepwright.engine.graph.ForkedStep;
import io.stepwright.engine.graph.Inputs;
import io.stepwright.engine.graph.ItemListNode;
import io.stepwright.engine.graph.Items;
import io.stepwright.engine.graph.Node;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.After;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.IndexBody;
import io.stepwright.wiring.ItemBody;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the nodes of one starter. A class of its own, because a run whose steps all run on the
 * caller thread loads no classes of nodes then.
 */
final class NodeMaker {

  private final Starter starter;

  NodeMaker(Starter starter) {
    this.starter = starter;
  }

  <T> Forked<T> step(StepInfo step, StepBody<?> body, boolean optional) {
    ForkedStep<T> forked =
        new ForkedStep<>(starter.run().awaiter(), step, key(step), body, optional);
    starter.inputs().giveTo(forked, forked);
    return start(forked);
  }

  <T> Forked<T> choice(StepInfo step, Function<? super After, Forked<T>> choice) {
    RunScope run = starter.run();
    Choice<T> chosen = new Choice<>(run.awaiter(), step, key(step));
    Decision made =
        new Decision(chosen, decision -> choice.apply(new Conditions(run, Inputs.NONE, decision)));
    chosen.decidedBy(made);
    starter.inputs().giveTo(made, chosen);
    return start(chosen);
  }

  <T> Forked<T> absent(StepInfo step, String reason) {
    return start(new Absent<>(starter.run().awaiter(), step, key(step), reason));
  }

  <I, T> ForkedEach<T> each(
      StepInfo step,
      Supplier<? extends List<? extends I>> items,
      ItemBody<? super I, ?> body,
      boolean values) {
    return fanOut(step, Items.of(step, items, body, values), starter.inputs());
  }

  @SuppressWarnings("unchecked")
  <I, T> ForkedEach<T> each(
      StepInfo step,
      Forked<? extends List<? extends I>> items,
      ItemBody<? super I, ?> body,
      boolean values) {
    if (items instanceof FanOut<?> source) {
      // A Forked of a list of I that is a fan-out has items of type I.
      Items each = Items.of((FanOut<? extends I>) source, body, values);
      return fanOut(step, each, starter.inputs(), source);
    }
    Items each = Items.of(step, items::get, body, values);
    return fanOut(step, each, starter.inputs().andRequired((Node<?>) items));
  }

  <T> ForkedEach<T> eachIndex(
      StepInfo step, IntSupplier size, IndexBody<?> body, boolean values, Forked<?>[] itemwise) {
    Inputs all = starter.inputs().andRequired(FanOut.absentOf(itemwise));
    return fanOut(step, new Items(size, body, values), all, FanOut.of(itemwise));
  }

  private <T> FanOut<T> fanOut(StepInfo step, Items items, Inputs inputs, FanOut<?>... sources) {
    FanOut<T> fanOut = new FanOut<>(starter.run().awaiter(), step, key(step), items, sources);
    ItemListNode list = new ItemListNode(fanOut);
    inputs.andRequired(FanOut.listNodes(sources)).giveTo(list, fanOut);
    fanOut.listedBy(list);
    start(fanOut);
    return fanOut;
  }

  /** Returns the key of a step in events; an alternative has the key of its choice. */
  private @Nullable StepKey key(StepInfo step) {
    Decision decision = starter.decision();
    if (decision == null) {
      return starter.run().life().key(step);
    }
    StepKey choice = decision.owner().key();
    return choice == null ? null : choice.chosen(step.alternative());
  }

  private <T> Forked<T> start(Node<T> node) {
    Decision decision = starter.decision();
    if (decision == null) {
      starter.run().schedule().add(node);
    } else {
      decision.fork(node);
    }
    return node;
  }
}
