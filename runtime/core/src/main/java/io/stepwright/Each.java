package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the step once for each item of a list. The step's value is the list of what it returns, in
 * the order of the items.
 *
 * <pre>{@code
 * @AgentStep("labels") @Model("gpt-4o-mini") @Prompt("Label {{ticket.text}}")
 * protected abstract Label label(@Each("tickets") Ticket ticket);
 * }</pre>
 *
 * <p>Over the list of another such step, an item starts as soon as the item that it is made of is
 * there. Two parameters with this annotation go through their lists side by side, if both lists
 * come from the same one.
 *
 * <p>The first item that fails, after all of its attempts, ends the run, as every step does. With
 * {@link #onFailure} the others go on, and the value of the step says what became of each. The
 * deadline of the run, a cancel and an {@code Error} end the run all the same.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Each {

  /** The path to the list; it starts at a step or at an input of the entry point. */
  String value();

  /** The most items that run at once, at least 1. */
  int atOnce() default 16;

  /**
   * What becomes of the run if an item fails, and so what the list of the step holds: values,
   * {@code Optional<T>} or {@code ItemResult<T>}. Of a step without a value nobody gets to know
   * more than from its report.
   */
  OnFailure onFailure() default OnFailure.FAIL_RUN;
}
