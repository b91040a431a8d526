package io.stepwright.wiring;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways to start a step: on the caller's thread ({@code call}) or by itself ({@code fork}), as
 * soon as the conditions given before it allow. A {@link Run} has no conditions yet; {@code after},
 * {@code settled}, {@code onlyIf}, {@code unless} and {@code onlyIfAbsent} add some.
 *
 * <p>Predicates, choices and suppliers of lists are not steps: the thread that settles the last
 * thing that they wait for evaluates them then and there, at most once, and not at all if the step
 * cannot start any more. What they throw fails the run, naming the step.
 */
public interface Starts {

  /**
   * The step given next needs a value of each of these: it starts as soon as the last one is there,
   * and is absent as soon as one of them is absent.
   */
  After after(Forked<?>... required);

  /** The step given next needs these to have ended, with a value or absent. */
  After settled(Forked<?>... optional);

  /**
   * The step given next starts only if another has a value for which a condition holds. It is
   * absent as soon as the other one is, or the condition is false, whatever else it waits for.
   *
   * @param root the step that the condition looks at
   * @param condition whether it holds; quick, and without effects
   * @param otherwise what is the case if it does not, in words for those who look at the run
   */
  <R> After onlyIf(Forked<R> root, Predicate<? super R> condition, String otherwise);

  /**
   * The step given next starts only if another is true. It is absent as soon as the other one is,
   * or is false, whatever else it waits for.
   */
  After onlyIf(Forked<Boolean> step);

  /** Like {@link #onlyIf(Forked)} for a step that has to be false. */
  After unless(Forked<Boolean> step);

  /** The step given next starts only if this one is absent; it is absent if this has a value. */
  After onlyIfAbsent(Forked<?> step);

  /**
   * Waits for the conditions, if there are any, then runs the step on the caller's thread. The wait
   * is not part of the step's time.
   *
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   * @throws IllegalStateException if a condition does not hold
   */
  <T> T call(StepInfo step, StepBody<T> body);

  /**
   * Like {@link #call} for a step that decides its own absence, or that a condition decides on:
   * empty if it is absent.
   */
  <T> Optional<T> callOptional(StepInfo step, StepBody<Optional<T>> body);

  /** Like {@link #call} for a step without a value; does nothing if it is absent. */
  void perform(StepInfo step, StepAction action);

  /** Lets the step start by itself as soon as it can, beside the caller. */
  <T> Forked<T> fork(StepInfo step, StepBody<T> body);

  /** Like {@link #fork} for a step that decides its own absence. */
  <T> Forked<T> forkOptional(StepInfo step, StepBody<Optional<T>> body);

  /** Like {@link #fork} for a step without a value. */
  Forked<Void> forkAction(StepInfo step, StepAction action);

  /**
   * Forks one of several alternatives of a step as soon as the conditions are met.
   *
   * <p>The function forks exactly one branch, on the argument that it is given, and returns it. The
   * branch waits for its own inputs only. The step is absent if a condition does not hold or the
   * branch is absent.
   *
   * @param step the step; the branches are steps of the same name. It is a side effect if one of
   *     them is
   * @param choice forks the branch
   */
  <T> Forked<T> choose(StepInfo step, Function<? super After, Forked<T>> choice);

  /**
   * A step beside the caller that is absent, because an input of it is that was decided on the
   * caller's thread; in a choice, the branch that has no value.
   *
   * @param reason why, in words for those who look at the run
   */
  <T> Forked<T> absent(StepInfo step, String reason);

  /**
   * Fails the run because no alternative of a step is made for a value. The message names the type
   * of the value, and the constant of an enum or a boolean; never what else it holds.
   *
   * @return never
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // It stands where any value would.
  <T> T unmatched(StepInfo step, @Nullable Object value);

  /**
   * Runs a step once for each item of a list, beside the caller, as many {@linkplain
   * StepInfo#atOnce at once} as the step says. The list may be empty; neither it nor an item may be
   * null.
   *
   * @param items gives the list; evaluated once the conditions are met
   */
  <I, T> ForkedEach<T> each(
      StepInfo step,
      Supplier<? extends List<? extends I>> items,
      ItemBody<? super I, ? extends T> body);

  /**
   * Runs a step once for each item of another step's list, beside the caller. If that step is a
   * fan-out itself, an item starts as soon as its own value is there; else as soon as the list is.
   * Absent if the other step is.
   */
  <I, T> ForkedEach<T> each(
      StepInfo step,
      Forked<? extends List<? extends I>> items,
      ItemBody<? super I, ? extends T> body);

  /** Like {@link #each(StepInfo, Supplier, ItemBody)} for a step without a value. */
  <I> Forked<Void> eachAction(
      StepInfo step, Supplier<? extends List<? extends I>> items, ItemAction<? super I> action);

  /** Like {@link #each(StepInfo, Forked, ItemBody)} for a step without a value. */
  <I> Forked<Void> eachAction(
      StepInfo step, Forked<? extends List<? extends I>> items, ItemAction<? super I> action);

  /**
   * Runs a step once for each index of lists of one length, beside the caller. An index starts as
   * soon as the fan-outs that are named have ended theirs; see {@link ForkedEach#item}.
   *
   * @param size gives the length of the lists; evaluated once the conditions are met
   * @param itemwise fan-outs over lists of the same length, as {@link ForkedEach}; absent if one of
   *     them is
   */
  <T> ForkedEach<T> eachIndex(
      StepInfo step, IntSupplier size, IndexBody<? extends T> body, Forked<?>... itemwise);

  /** Like {@link #eachIndex} for a step without a value. */
  Forked<Void> eachIndexAction(
      StepInfo step, IntSupplier size, IndexAction action, Forked<?>... itemwise);
}
