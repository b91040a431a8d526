package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the total time of a step.
 *
 * <p>{@link #value()} limits the whole step, with all of its attempts. This differs from
 * MicroProfile, where it limits one attempt. Durations are written {@code 500ms}, {@code 2s},
 * {@code 5m}, {@code 1h} or in ISO-8601.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Timeout {

  /** The time limit of the whole step, waits between attempts included. */
  String value();

  /** The time limit of one attempt. Default: {@code stepwright.call.timeout}. */
  String attempt() default "";
}
