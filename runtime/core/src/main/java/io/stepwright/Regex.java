package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A regular expression that answers a step in microseconds, without a model call.
 *
 * <p>The syntax is that of RE2, whose matching time is linear in the length of the text for every
 * expression. The expression is <em>found</em> in the text; it need not match all of it. The result
 * is made from the match:
 *
 * <ul>
 *   <li>{@code boolean}: true if the expression was found;
 *   <li>{@code String}: the first group, or the whole match if there is no group;
 *   <li>a number, a date or an enum constant: the same text, converted;
 *   <li>a record: each component from the group of its name, {@code (?P<name>…)} or {@code
 *       (?<name>…)};
 *   <li>{@code List} of those: one item for each match.
 * </ul>
 *
 * <p>A match whose text cannot be converted counts as no match. Without a model, the step returns
 * {@code Optional}, {@code List} or {@code boolean}. With {@link Model} and {@link Prompt} beside
 * this annotation, the model is asked if the expression is not found.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Regex {

  /** The expression, in RE2 syntax. */
  String value();

  /**
   * The path to the text to search. It starts at a parameter of the method, and may be left out if
   * the parameters hold exactly one {@code String}.
   */
  String on() default "";
}
