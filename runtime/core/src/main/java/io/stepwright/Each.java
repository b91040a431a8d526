package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the step once for each item of a list. The step's value is the list of the results, in the
 * order of the items.
 *
 * <pre>{@code
 * @AgentStep("labels") @Model("gpt-4o-mini") @Prompt("Label {{ticket.text}}")
 * protected abstract Label label(@Each("tickets") Ticket ticket);
 * }</pre>
 *
 * <p>If the list comes from another such step, an item starts as soon as the item with the same
 * index is available. Two parameters with this annotation iterate over their lists side by side, if
 * both lists come from the same list.
 *
 * <p>The first item that fails after all of its attempts ends the run, as a failure of any step
 * does. With {@link #onFailure} the other items go on, and the value of the step tells the outcome
 * of each. The deadline of the run, a cancellation and an {@code Error} end the run in any case.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Each {

  /** The path to the list. It starts at a step or at an input of the entry point. */
  String value();

  /** The maximum number of items that run at once, at least 1. */
  int atOnce() default 16;

  /**
   * The effect of a failed item on the run, which also decides the element type of the step's list:
   * values, {@code Optional<T>} or {@code ItemResult<T>}. For a step without a value, only the
   * report tells which items failed.
   */
  OnFailure onFailure() default OnFailure.FAIL_RUN;
}
