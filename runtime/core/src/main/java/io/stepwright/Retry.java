package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets how often a step is tried.
 *
 * <p>By default a model step is tried three times, and repeated only after failures that may pass:
 * no answer, 408, 409, 429 and 5xx. An answer that does not fit the type is asked for again too,
 * once. A code step is tried once by default; with this annotation it is tried again after any
 * exception. A {@link SideEffect} is never tried again.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Retry {

  /** The maximum number of attempts, the first one included; at least 1. */
  int maxAttempts() default 3;
}
