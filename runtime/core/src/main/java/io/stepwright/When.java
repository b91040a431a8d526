package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a step only if a condition holds, or, with several conditions, only if all of them hold. A
 * step whose condition does not hold is absent.
 *
 * <pre>{@code
 * @AgentStep @When("risky") @Model("gpt-4o") @Prompt("…")
 * protected abstract Review review(Ticket ticket);
 *
 * @AgentStep("reply") @When(value = "intent", is = "REFUND") @Model("gpt-4o-mini") @Prompt("…")
 * protected abstract Reply refundReply(Ticket ticket);
 * }</pre>
 *
 * <p>Several methods may implement the step of one name, each under its own condition:
 * alternatives. Their conditions must be mutually exclusive and exhaustive, or one alternative has
 * no condition and runs if no other condition holds.
 *
 * <p>A condition whose path starts at an absent step does not hold, negated or not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(When.All.class)
public @interface When {

  /**
   * The path to the value that is tested. It starts at a step or at an input of the entry point.
   * Without {@link #is} it is a boolean, negated by a {@code !} before the path, or the name of a
   * step that may be absent: the condition holds if the step is present, or with a {@code !} if it
   * is absent.
   */
  String value();

  /**
   * The accepted values: names of enum constants, strings, or simple names of the records that a
   * sealed interface permits.
   */
  String[] is() default {};

  /** A container for several conditions, written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface All {

    /** The conditions. */
    When[] value();
  }
}
