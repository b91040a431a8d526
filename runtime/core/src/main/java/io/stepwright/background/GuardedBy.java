package io.stepwright.background;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The lock that must be held to read or write a field, or to call a method. Error Prone, which
 * knows an annotation of this name whatever its package, checks it when the build runs on JDK 21 or
 * newer. Nothing of it is left in class files.
 */
@Documented
@Retention(RetentionPolicy.SOURCE)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface GuardedBy {

  /** An expression that names the lock: {@code lock}, {@code state.lock}. */
  String value();
}
