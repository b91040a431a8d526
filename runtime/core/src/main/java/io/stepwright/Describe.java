package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The description of a record, of one of its components or of an enum constant in the JSON Schema
 * that a model is given. Without it, the Javadoc is used, as far as it is known: class files have
 * none, and it is kept beside them only for what an agent of the same compilation returns.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Describe {

  /** Plain text. */
  String value();
}
