package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that models may call while they work on the answer of a step. A step offers tools to its
 * model with {@link Tools}.
 *
 * <pre>{@code
 * @Tool(readOnly = true)
 * @Describe("The customer's orders.")
 * protected List<Order> orders(@From("ticket.customerId") String customer, Status status) {
 *   return db.orders(customer, status);
 * }
 * }</pre>
 *
 * <p>The model sees the name, the Javadoc or {@link Describe}, and the parameters without {@link
 * From}, as a strict JSON Schema. A parameter with {@code @From} is bound: code fills it, from a
 * parameter of the step that lists the tool, and the model neither sees nor chooses it.
 *
 * <p>The method has a body, or is inherited from a class or from an interface with default methods,
 * or is abstract with {@link Model} and {@link Prompt}: then another model answers. The model that
 * called the tool is told its result as JSON, of which the first 8,000 characters count. If the
 * method throws an exception, the model is told the simple name of its class and never its message;
 * an {@code io.stepwright.runtime.ToolRefusal} tells the model its text. An {@code Error} fails the
 * run.
 *
 * <p>Tools without {@link SideEffect} that are called in one turn run at the same time; those with
 * one run after them, one after another. Different steps, and different items of a step with {@link
 * Each}, may call a tool at the same time, so it must be thread-safe.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tool {

  /**
   * The name that the model sees: 1 to 64 ASCII letters, digits, {@code _} and {@code -}. Default:
   * the method's name.
   */
  String value() default "";

  /**
   * States that the tool changes nothing and that equal calls have equal results during a run,
   * until a tool with a side effect is called. Such results are used again, and only steps whose
   * tools are all of this kind can be {@link Cached}.
   */
  boolean readOnly() default false;

  /**
   * The maximum number of executions in one run of a step; 0 for any number, as far as the turns of
   * the step allow.
   */
  int calls() default 0;

  /** The effect of an exception of the tool. */
  OnError onError() default OnError.TELL_MODEL;
}
