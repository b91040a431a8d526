package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Judges the result of a model step. If it refuses the result, the model is asked again and told
 * what is wrong.
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
 * <p>The method returns {@code Optional<String>}: empty to accept the result, else the complaint
 * for the model, of which the first 4,000 characters count. An exception that it throws fails the
 * step, and so does null. Its first parameter is the result; each further parameter is named like a
 * parameter of the step and receives its value. For a step that runs once per item of a list, each
 * item's result is judged. For a step that may be absent, only a present value is judged, unless
 * the check takes the {@code Optional}.
 *
 * <p>A refused result counts as an attempt: the model sees its answer and the complaint, as often
 * as {@link Retry} allows. After the last attempt the fallback models are asked, starting from the
 * original prompt. If no model gives an accepted result, the step fails with a {@code
 * ModelOutputException} whose {@code refusal()} is the complaint. Several checks of one step run in
 * source order; the first complaint counts.
 *
 * <p>Results of a {@link Regex} and of the cache are judged as well; if one is refused, the model
 * is asked. Only results that pass are cached. A step that is called as a method is judged like a
 * step that a run starts. The file of a {@link Template} that is filled in by code alone is not
 * judged, because there is no model to ask again.
 *
 * <p>A check runs on the thread of its step, within the step's time limit, and possibly several
 * times on one result. It must be thread-safe, and should neither change anything nor take long.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Check {

  /**
   * The name of the step. Required if the type of the first parameter does not identify the step.
   */
  String value() default "";
}
