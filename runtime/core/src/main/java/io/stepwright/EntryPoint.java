package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An abstract method that callers run. Its parameters are the inputs of the graph.
 *
 * <p>The return type is unwrapped first: {@code CompletableFuture<T>} runs on a thread of its own,
 * {@code AgentResult<T>} adds the report of the run, {@code Optional<T>} allows the result to be
 * absent; they nest in this order. Then the result is the step named by {@link #value()}; else the
 * only step of type {@code T}; else a record {@code T} whose components are bound like parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface EntryPoint {

  /** The name of the step whose value is returned. Default: the result is found by its type. */
  String value() default "";

  /**
   * The time limit of a whole run, written {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h} or in
   * ISO-8601, or {@code none}. Default: {@code stepwright.run.timeout}, which is 60 s.
   */
  String timeout() default "";

  /** Names of steps that run and are waited for too, although the result does not need them. */
  String[] also() default {};
}
