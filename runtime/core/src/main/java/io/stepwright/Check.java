package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Judges the result of a step that a model answers, and asks the model again with what is wrong.
 *
 * <pre>{@code
 * @AgentStep @Model("gpt-4o-mini") @Retry(maxAttempts = 3) @Prompt("Read this invoice: {{document}}")
 * protected abstract Invoice invoice(String document);
 *
 * @Check
 * protected Optional<String> sums(Invoice invoice, String document) {
 *   return invoice.total().compareTo(invoice.sum()) == 0
 *       ? Optional.empty()
 *       : Optional.of("total is not the sum of the lines, " + invoice.sum());
 * }
 * }</pre>
 *
 * <p>The method returns {@code Optional<String>}: empty if the result is accepted, else the text
 * that the model is told, of which the first 4,000 characters count. It may throw: what it throws
 * fails the step. Null fails it, too. Its first parameter is the result; each further one is named
 * like a parameter of the step and has its value. Of a step that runs once for each item of a list
 * it judges each item's result; of one that may be absent, what is there, unless it takes the
 * {@code Optional}.
 *
 * <p>A refused result is an attempt: the model sees its answer and the text, as often as {@link
 * Retry} allows. After the last attempt the fallback models are asked, from the prompt on. If none
 * brings a result that is accepted, the step fails with a {@code ModelOutputException} whose {@code
 * refusal()} is the text. Several checks of one step run in the order of the source, and the first
 * text counts.
 *
 * <p>Results of a {@link Regex} and of the cache are judged as well. Where one is refused, the
 * model is asked. What the cache keeps has passed. A step that is called as a method is judged like
 * one that a run starts. The file of a {@link Template} that code alone fills is not judged: there
 * is no model to ask again.
 *
 * <p>A check runs on the thread of its step, within its time limit, and possibly several times on
 * one result. It has to be thread-safe, and should neither change anything nor take long.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Check {

  /** The name of the step; to be given where the type of the first parameter does not tell. */
  String value() default "";
}
