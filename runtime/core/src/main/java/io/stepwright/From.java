package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the value that a parameter or a component of a result record is bound to. On a parameter of
 * a {@link Tool}, the value comes from the step that lists the tool, so that no model chooses it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface From {

  /**
   * The name of an input of the entry point or of a step, or a path that begins with it. On a
   * parameter of a {@link Tool}: a path that begins with a parameter of each step that lists the
   * tool.
   */
  String value();
}
