package io.stepwright;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A JSON skeleton of the result of a step: code fills in the known parts, and a model writes only
 * the open slots.
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
 * <p>The file is the JSON of the result and is checked against the result type at compile time.
 * Within a string, {@code {{path}}} is filled in by code, as in {@link Prompt}; a string that
 * consists of one slot becomes the slot's own value, which must have the property's type. {@code
 * {{write: instruction}}} is an open slot. The model sees the filled skeleton and answers all open
 * slots of the file, and nothing else, in one call. If an open slot is the whole of a property that
 * is not a {@code String}, the model answers with that property's type. A backslash before two
 * opening braces keeps them as text; in JSON the backslash is written as two. The text of a value
 * or of a model is never parsed for slots again.
 *
 * <p>The skeleton becomes code: at run time no file is read and no skeleton is parsed. {@link
 * Model} is required if, and only if, a file has open slots. {@link Prompt} replaces the default
 * sentence that tells the model how to fill the open slots.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Template {

  /**
   * A resource, relative to the root of the resources. A {@code {path}} in it starts at a parameter
   * of the method and ends at an enum or a boolean, and chooses one of several files: each constant
   * needs a file of exactly its name, unless there is a file named {@code default}. A {@code .json}
   * file gives the result that its JSON describes. Any other file is plain text, for steps that
   * return {@code String}; white space around the text is not part of it.
   */
  String value();
}
