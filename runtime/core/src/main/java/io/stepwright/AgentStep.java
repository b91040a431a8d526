package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step of an agent: a node of its graph, which runs as soon as its own inputs are available.
 *
 * <p>A method with a body is a code step. It may throw checked exceptions; a {@code
 * CompletableFuture<T>} that it returns is awaited as {@code T}. An abstract method is a model step
 * and needs {@link Model} and {@link Prompt}. A step that returns {@code Optional<T>} is a step of
 * type {@code T} that decides its own absence.
 *
 * <p>Each parameter is bound by its {@link From}, else by its name, else by its type. Binding by
 * type requires that exactly one input or step has that type and that the type is not built from
 * {@code java.*} types alone.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AgentStep {

  /** The name of the step, a Java identifier. Default: the name of the method. */
  String value() default "";

  /** Names of steps that must end before this one starts, although it takes no data from them. */
  String[] after() default {};
}
