package io.stepwright.engine;

import io.stepwright.engine.graph.Decision;
import io.stepwright.engine.graph.Inputs;
import io.stepwright.engine.graph.Node;
import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.wiring.After;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.IndexAction;
import io.stepwright.wiring.IndexBody;
import io.stepwright.wiring.ItemAction;
import io.stepwright.wiring.ItemBody;
import io.stepwright.wiring.StepAction;
import io.stepwright.wiring.StepBody;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes the calls of generated code, whose nodes {@link NodeMaker} adds to the run or to a choice.
 */
abstract class Starter implements After {

  abstract RunScope run();

  abstract Inputs inputs();

  /** Returns the choice that the next step is an alternative of, or null. */
  abstract @Nullable Decision decision();

  // ---------------------------------------------------------------- conditions

  @Override
  public After after(Forked<?>... required) {
    return and(inputs().andRequired(Node.of(required)));
  }

  @Override
  public After settled(Forked<?>... optional) {
    return and(inputs().andSettled(Node.of(optional)));
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> After onlyIf(Forked<R> root, Predicate<? super R> condition, String otherwise) {
    // The root gives values of R only.
    return and(inputs().andWhen((Node<?>) root, (Predicate<Object>) condition, otherwise));
  }

  @Override
  public After onlyIf(Forked<Boolean> step) {
    return onlyIf(step, value -> value, name(step) + " is false");
  }

  @Override
  public After unless(Forked<Boolean> step) {
    return onlyIf(step, value -> !value, name(step) + " is true");
  }

  private static String name(Forked<?> step) {
    return ((Node<?>) step).info().name();
  }

  @Override
  public After onlyIfAbsent(Forked<?> step) {
    Node<?> node = (Node<?>) step;
    return and(inputs().andWhen(node, null, name(step) + " is present"));
  }

  private After and(Inputs more) {
    return new Conditions(run(), more, decision());
  }

  // ---------------------------------------------------------------- steps

  @Override
  public <T> Forked<T> fork(StepInfo step, StepBody<T> body) {
    return fork(step, body, false);
  }

  @Override
  public <T> Forked<T> forkOptional(StepInfo step, StepBody<Optional<T>> body) {
    return fork(step, body, true);
  }

  @Override
  public Forked<Void> forkAction(StepInfo step, StepAction action) {
    return fork(step, body(action), false);
  }

  private <T> Forked<T> fork(StepInfo step, StepBody<?> body, boolean optional) {
    return new NodeMaker(this).step(step, body, optional);
  }

  @Override
  public <T> Forked<T> choose(StepInfo step, Function<? super After, Forked<T>> choice) {
    return new NodeMaker(this).choice(step, choice);
  }

  @Override
  public <T> Forked<T> absent(StepInfo step, String reason) {
    return new NodeMaker(this).absent(step, reason);
  }

  @Override
  public <T> T unmatched(StepInfo step, @Nullable Object value) {
    throw new StepFailedException(
        step.agent().name(), step.name(), Messages.unmatched(step, value), null);
  }

  // ---------------------------------------------------------------- fan-outs

  @Override
  public <I, T> ForkedEach<T> each(
      StepInfo step,
      Supplier<? extends List<? extends I>> items,
      ItemBody<? super I, ? extends T> body) {
    return new NodeMaker(this).each(step, items, body, true);
  }

  @Override
  public <I, T> ForkedEach<T> each(
      StepInfo step,
      Forked<? extends List<? extends I>> items,
      ItemBody<? super I, ? extends T> body) {
    return new NodeMaker(this).each(step, items, body, true);
  }

  @Override
  public <I> Forked<Void> eachAction(
      StepInfo step, Supplier<? extends List<? extends I>> items, ItemAction<? super I> action) {
    return noValue(new NodeMaker(this).each(step, items, body(action), false));
  }

  @Override
  public <I> Forked<Void> eachAction(
      StepInfo step, Forked<? extends List<? extends I>> items, ItemAction<? super I> action) {
    return noValue(new NodeMaker(this).each(step, items, body(action), false));
  }

  @Override
  public <T> ForkedEach<T> eachIndex(
      StepInfo step, IntSupplier size, IndexBody<? extends T> body, Forked<?>... itemwise) {
    return new NodeMaker(this).eachIndex(step, size, body, true, itemwise);
  }

  @Override
  public Forked<Void> eachIndexAction(
      StepInfo step, IntSupplier size, IndexAction action, Forked<?>... itemwise) {
    IndexBody<Object> body =
        (context, index) -> {
          action.run(context, index);
          return Node.DONE;
        };
    return noValue(new NodeMaker(this).eachIndex(step, size, body, false, itemwise));
  }

  @SuppressWarnings("unchecked")
  private static Forked<Void> noValue(ForkedEach<?> fanOut) {
    // The value of this fan-out is that of a step without a value.
    return (Forked<Void>) (Forked<?>) fanOut;
  }

  // ---------------------------------------------------------------- common

  static StepBody<Object> body(StepAction action) {
    return step -> {
      action.run(step);
      return Node.DONE;
    };
  }

  private static <I> ItemBody<I, Object> body(ItemAction<I> action) {
    return (step, item) -> {
      action.run(step, item);
      return Node.DONE;
    };
  }
}
