package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The description of a record, a record component, an enum constant, a tool or a parameter of a
 * tool that a model is given. Default: the Javadoc, as far as it is known. Class files hold no
 * Javadoc, and the processor keeps it beside them only for types that an agent of the same
 * compilation returns or takes as arguments of tools, and for types that declare tools.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({
  ElementType.TYPE,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Describe {

  /** The description, in plain text. */
  String value();
}
