package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a model step asks.
 *
 * <p>{@code {{path}}} is a slot: the name of a parameter of the method, then record components or
 * accessors, as in {@code {{signup.message}}}. It is checked at compile time. Strings are filled in
 * as they are, other values as JSON; an absent {@code Optional} fills in nothing. What a value
 * holds is never read as a slot again and never becomes another message. A backslash before two
 * opening braces keeps them as text.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Prompt {

  /** The user message; empty if it stands in a {@link #file}. */
  String value() default "";

  /**
   * A resource with the user message, such as {@code prompts/welcome.md}, from the root of the
   * resources. A file that begins with the line {@code --- system ---} has the system message up to
   * the line {@code --- user ---}, and the user message after it. White space around the messages
   * is not part of them.
   */
  String file() default "";

  /** The system message; none when empty. It may have slots too. */
  String system() default "";
}
