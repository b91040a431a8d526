package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Remembers the answers of a model step.
 *
 * <p>An answer is served again only if everything that went into it is the same: prompt, system
 * message, model, parameters, schema, and the value of every slot. With a {@link #similarity} below
 * 1, one text among these values, {@link #on}, may differ as long as it means nearly the same. So a
 * value that stands in the prompt, such as a user's name, can never leak into another user's
 * answer.
 *
 * <pre>{@code
 * @AgentStep @Model("gpt-4o-mini") @Cached(similarity = 0.95, on = "signup.message")
 * @Prompt("What does {{signup.name}} want? {{signup.message}}")
 * protected abstract Intent intent(Signup signup);
 * }</pre>
 *
 * <p>Only complete answers of the step's own model are remembered, never those of a fallback model.
 * A step with a body cannot be cached, and neither can a side effect.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cached {

  /**
   * How near two texts must be: the cosine of their embeddings, from above 0 to 1. At 1 only equal
   * values hit.
   */
  double similarity() default 1.0;

  /**
   * The path to the text that is compared by meaning; it starts at a parameter of the method and
   * has to be in a slot of the prompt. It may be left out if the slots hold exactly one {@code
   * String}. A few ways of writing it never matter, such as a capital letter at the beginning of a
   * word, white space and outer punctuation.
   *
   * <p>A text that the embedder or the guards are not made for hits in the same words only: one
   * with invisible characters, with pieces that the embedder does not know (emoji), in a language
   * that it does not read, of program code, or of more than 128 tokens. Reports say so and why.
   */
  String on() default "";

  /**
   * How long an answer is remembered, give or take a tenth. A hit does not extend it. Written
   * {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h} or as in ISO-8601.
   */
  String ttl() default "1h";

  /** What is checked before a text that is near, but not equal, is taken for the same. */
  Guard[] guards() default {Guard.NUMBERS, Guard.POLARITY, Guard.ENTITIES, Guard.ORDER};

  /**
   * What is done with a text that the {@link #guards} cannot judge, because it is long or not in
   * English, and with one in a language that the embedder does not read. With {@link
   * WhenNotJudged#SERVE} "cancel it" may be served for "do not cancel it" in such a language.
   */
  WhenNotJudged whenNotJudged() default WhenNotJudged.REFUSE;
}
