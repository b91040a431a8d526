package io.stepwright.wiring;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The ways to start a step as soon as its conditions allow: on the caller thread ({@code call}) or
 * concurrently ({@code fork}). A {@link Run} has no conditions; {@code after}, {@code settled},
 * {@code onlyIf}, {@code unless} and {@code onlyIfAbsent} add conditions for the next step.
 *
 * <p>Predicates, choices and suppliers of lists are not steps: the thread that settles their last
 * input evaluates them immediately, at most once, and not at all if the step can no longer start.
 * An exception that they throw fails the run with a message that names the step.
 */
public interface Starts {

  /**
   * Requires the values of these steps: the next step starts as soon as the last value is
   * available, and is absent as soon as one of these steps is absent.
   */
  After after(Forked<?>... required);

  /**
   * Waits for these steps: the next step starts after each of them has settled, with a value or
   * absent.
   */
  After settled(Forked<?>... optional);

  /**
   * Adds a condition: the next step starts only if another step has a value for which a predicate
   * holds. It becomes absent as soon as the other step is absent or the predicate is false, without
   * waiting for its other inputs.
   *
   * @param root the step whose value is tested
   * @param condition the predicate; must be quick and have no side effects
   * @param otherwise a description of the opposite, for display
   */
  <R> After onlyIf(Forked<R> root, Predicate<? super R> condition, String otherwise);

  /**
   * Adds a condition: the next step starts only if the value of another step is true. It becomes
   * absent as soon as the other step is absent or false, without waiting for its other inputs.
   */
  After onlyIf(Forked<Boolean> step);

  /** Like {@link #onlyIf(Forked)} for a step whose value must be false. */
  After unless(Forked<Boolean> step);

  /**
   * Adds a condition: the next step starts only if another step is absent; it is absent if that
   * step has a value.
   */
  After onlyIfAbsent(Forked<?> step);

  /**
   * Waits for the conditions, if any, then runs the step on the caller thread. The wait does not
   * count toward the step's time.
   *
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   * @throws IllegalStateException if a condition does not hold
   */
  <T> T call(StepInfo step, StepBody<T> body);

  /**
   * Like {@link #call} for a step that may be absent, because its body or a condition decides so;
   * empty if it is absent.
   */
  <T> Optional<T> callOptional(StepInfo step, StepBody<Optional<T>> body);

  /** Like {@link #call} for a step without a value; does nothing if it is absent. */
  void perform(StepInfo step, StepAction action);

  /** Forks a step: it starts as soon as its conditions allow, concurrently with the caller. */
  <T> Forked<T> fork(StepInfo step, StepBody<T> body);

  /** Like {@link #fork} for a step whose body may decide that it is absent. */
  <T> Forked<T> forkOptional(StepInfo step, StepBody<Optional<T>> body);

  /** Like {@link #fork} for a step without a value. */
  Forked<Void> forkAction(StepInfo step, StepAction action);

  /**
   * Forks one of several alternatives of a step as soon as the conditions are met.
   *
   * <p>The function forks exactly one branch, on its argument, and returns it. The branch waits
   * only for its own inputs. The step is absent if a condition does not hold or the branch is
   * absent.
   *
   * @param step the step; the branches are steps of the same name. The step is a side effect if a
   *     branch is
   * @param choice forks a branch
   */
  <T> Forked<T> choose(StepInfo step, Function<? super After, Forked<T>> choice);

  /**
   * Records that a step is absent because of an input that was decided on the caller thread; in a
   * choice, returns the branch without a value.
   *
   * @param reason the reason, for display
   */
  <T> Forked<T> absent(StepInfo step, String reason);

  /**
   * Fails the run because no alternative of a step accepts a value. The message names the type of
   * the value, and the constant of an enum or a boolean, but no other content.
   *
   * @return never
   * @throws RuntimeException the run's first failure, as an {@code AgentException}
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Used in place of a value of any type.
  <T> T unmatched(StepInfo step, @Nullable Object value);

  /**
   * Runs a step once for each item of a list, concurrently with the caller, with at most {@link
   * StepInfo#atOnce} items at the same time. The list may be empty; neither the list nor an item
   * may be null.
   *
   * @param items returns the list; evaluated once the conditions are met
   */
  <I, T> ForkedEach<T> each(
      StepInfo step,
      Supplier<? extends List<? extends I>> items,
      ItemBody<? super I, ? extends T> body);

  /**
   * Runs a step once for each item of another step's list, concurrently with the caller. If the
   * other step is a fan-out, an item starts as soon as its own value is available, otherwise as
   * soon as the list is. Absent if the other step is absent.
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
   * Runs a step once for each index of several lists of the same length, concurrently with the
   * caller. An index starts as soon as each upstream fan-out has the item at that index; see {@link
   * ForkedEach#item}.
   *
   * @param size returns the length of the lists; evaluated once the conditions are met
   * @param itemwise the upstream fan-outs over lists of the same length, as {@link ForkedEach}; the
   *     step is absent if one of them is
   */
  <T> ForkedEach<T> eachIndex(
      StepInfo step, IntSupplier size, IndexBody<? extends T> body, Forked<?>... itemwise);

  /** Like {@link #eachIndex} for a step without a value. */
  Forked<Void> eachIndexAction(
      StepInfo step, IntSupplier size, IndexAction action, Forked<?>... itemwise);
}
