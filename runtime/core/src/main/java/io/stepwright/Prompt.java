package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The prompt of a model step.
 *
 * <p>{@code {{path}}} is a slot: the name of a parameter of the method, then record components or
 * accessors, as in {@code {{signup.message}}}. Slots are checked at compile time. Strings are
 * filled in as they are, other values as JSON; an absent {@code Optional} fills in nothing. The
 * text of a value is never parsed for slots again and never becomes another message. A backslash
 * before two opening braces keeps them as text.
 *
 * <p>A slot of the user message may hold an {@code Image}, a {@code Pdf} or an {@code Audio}, or a
 * list or an {@code Optional} of one: the model receives it between the text before and the text
 * after the slot. A parameter of type {@code Conversation} needs no slot: its turns stand between
 * the system message and the user message.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Prompt {

  /** The user message. Empty if it is read from a {@link #file}. */
  String value() default "";

  /**
   * A resource with the user message, such as {@code prompts/welcome.md}, relative to the root of
   * the resources. A file that begins with the line {@code --- system ---} holds the system message
   * up to the line {@code --- user ---}, and the user message after that line. White space around
   * the messages is not part of them.
   */
  String file() default "";

  /** The system message. Empty for none. It may have slots too. */
  String system() default "";
}
