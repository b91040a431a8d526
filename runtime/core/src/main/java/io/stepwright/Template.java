package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A JSON skeleton of the result of a step: code fills in what is known, and a model writes only
 * what is left open.
 *
 * <pre>{@code
 * @AgentStep @Model("gpt-4o-mini") @Template("welcome/{intent}.json")
 * protected abstract Email email(Signup signup, Intent intent);
 * }</pre>
 *
 * <p>with, in {@code welcome/MIGRATE.json},
 *
 * <pre>{@code
 * {
 *   "subject": "Moving in, {{signup.name}}?",
 *   "body": "Hello {{signup.name}}!\n\n{{write: at most 20 words, welcome their plan: {{signup.message}}}}"
 * }
 * }</pre>
 *
 * <p>The file is the JSON of the result and is checked against its type at compile time. Within a
 * string, {@code {{path}}} is filled in by code, as in {@link Prompt}; a string that is nothing but
 * one slot becomes the slot's own value, which has to be of the property's type. {@code {{write:
 * instruction}}} is written by the model, which sees the filled skeleton and answers with nothing
 * but the open slots of the file, all of them in one call; if an open slot is the whole of a
 * property that is no {@code String}, the model answers with that property's type. A backslash
 * before two opening braces keeps them as text; JSON writes it as two. What a value holds, or a
 * model has written, is never read as a slot again.
 *
 * <p>The skeleton becomes code: at run time no file is read and no skeleton parsed. {@link Model}
 * stands beside the template if, and only if, a file has open slots. {@link Prompt} beside it
 * replaces the sentence that tells the model what to do with them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Template {

  /**
   * A resource, from the root of the resources. {@code {path}} in it, which begins at a parameter
   * of the method and ends at an enum or a boolean, chooses one of several: each constant needs the
   * file named exactly like it, or there is one named {@code default}. The result of {@code .json}
   * is what the JSON is; any other file is a plain text, for steps that return {@code String}; the
   * white space around it is not part of it.
   */
  String value();
}
