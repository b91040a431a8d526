package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Caches the answers of a model step.
 *
 * <p>An answer is served again only if everything that went into it is the same: prompt, system
 * message, model, parameters, schema, the value of every slot, the bytes of every picture, document
 * and recording, and every turn of the conversation that the step continues. With a {@link
 * #similarity} below 1, one text among these values, {@link #on}, may differ as long as it means
 * nearly the same. A value that stands in the prompt, such as a user's name, therefore never leaks
 * into another user's answer.
 *
 * <pre>{@code
 * @AgentStep @Model("gpt-4o-mini") @Cached(similarity = 0.95, on = "signup.message")
 * @Prompt("What does {{signup.name}} want? {{signup.message}}")
 * protected abstract Intent intent(Signup signup);
 * }</pre>
 *
 * <p>Only complete answers of the step's own model are cached, never those of a fallback model.
 * Steps with a body and side effects cannot be cached.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cached {

  /**
   * The least similarity of two texts that may share an answer: the cosine of their embeddings,
   * above 0 and at most 1. At 1 only equal values hit.
   */
  double similarity() default 1.0;

  /**
   * The path to the text that is compared by meaning. It starts at a parameter of the method and
   * must be in a slot of the prompt. It may be left out if the slots hold exactly one {@code
   * String}. Some differences in writing never matter, such as a capital letter at the beginning of
   * a word, white space and outer punctuation.
   *
   * <p>A text that the embedder or the guards do not support hits only on the same words. Such a
   * text has invisible characters or pieces that the embedder does not know (emoji), is in a
   * language that the embedder does not read, contains program code, or is longer than 128 tokens.
   * Reports give the reason.
   */
  String on() default "";

  /**
   * The time for which an answer is kept, plus or minus a tenth. A hit does not extend it. Written
   * {@code 500ms}, {@code 2s}, {@code 5m}, {@code 1h} or in ISO-8601.
   */
  String ttl() default "1h";

  /** The checks that a similar but not equal text has to pass before it counts as the same. */
  Guard[] guards() default {Guard.NUMBERS, Guard.POLARITY, Guard.ENTITIES, Guard.ORDER};

  /**
   * The treatment of a text that the {@link #guards} cannot judge, because it is long or not in
   * English, and of a text in a language that the embedder does not read. With {@link
   * WhenNotJudged#SERVE} the answer to "cancel it" may be served for "do not cancel it" in such a
   * language.
   */
  WhenNotJudged whenNotJudged() default WhenNotJudged.REFUSE;
}
