package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step of an agent: a node of its graph, run as soon as its own inputs are there.
 *
 * <p>A method with a body is a code step: it may throw checked exceptions, and a {@code
 * CompletableFuture<T>} that it returns is awaited as {@code T}. An abstract method is a model step
 * and needs {@link Model} with {@link Prompt}. A step that returns {@code Optional<T>} is a step of
 * {@code T} that decides its own absence.
 *
 * <p>Each parameter is bound by its {@link From}, else by its name, else by its type if only one
 * input or step has that very type and the type is not made of {@code java.*} types alone.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AgentStep {

  /** The name of the step, a Java identifier; by default the name of the method. */
  String value() default "";

  /**
   * Names of steps that must have ended before this one starts, although it takes no data of them.
   */
  String[] after() default {};
}
