package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often a step is tried.
 *
 * <p>Model steps are tried three times by themselves, and only again after failures that may pass:
 * no answer, 408, 409, 429 and 5xx. An answer that does not fit is asked for again too, once. Code
 * steps are tried once; with this annotation they are tried again after any exception. A {@link
 * SideEffect} is never tried again.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Retry {

  /** The most attempts, the first one included; at least 1. */
  int maxAttempts() default 3;
}
