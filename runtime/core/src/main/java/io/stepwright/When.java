package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a step run only if a condition holds; if several are given, only if all of them do. A step
 * whose condition does not hold is absent.
 *
 * <pre>{@code
 * @AgentStep @When("risky") @Model("gpt-4o") @Prompt("…")
 * protected abstract Review review(Ticket ticket);
 *
 * @AgentStep("reply") @When(value = "intent", is = "REFUND") @Model("gpt-4o-mini") @Prompt("…")
 * protected abstract Reply refundReply(Ticket ticket);
 * }</pre>
 *
 * <p>Several methods may bring the step of one name, each under its own condition: alternatives.
 * Their conditions must exclude each other and leave no case out; or one of them has no condition
 * and runs when no other one's holds.
 *
 * <p>A condition whose path starts at a step that is absent does not hold, negated or not.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
@Repeatable(When.All.class)
public @interface When {

  /**
   * The path to what is looked at; it starts at a step or at an input of the entry point. Without
   * {@link #is}: a boolean, negated with a {@code !} before the path; or the name of a step that
   * may be absent, which has to be there, or with a {@code !} has not to be.
   */
  String value();

  /**
   * What the value is one of: names of constants of an enum, strings, or simple names of the
   * records that a sealed interface permits.
   */
  String[] is() default {};

  /** Several conditions; the compiler writes it. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.METHOD)
  @interface All {

    /** The conditions. */
    When[] value();
  }
}
