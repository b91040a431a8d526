package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how long a step may take in all.
 *
 * <p>{@link #value()} is the limit of the whole step, with all of its attempts; this differs from
 * MicroProfile, where it is the limit of one attempt. Durations are written {@code 500ms}, {@code
 * 2s}, {@code 5m}, {@code 1h} or in ISO-8601.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Timeout {

  /** The limit of the step in all, waiting between attempts included. */
  String value();

  /** The limit of one attempt; by default {@code stepwright.call.timeout}. */
  String attempt() default "";
}
