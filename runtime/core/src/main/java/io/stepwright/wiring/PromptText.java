package io.stepwright.wiring;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message to a model with its slots in it, each as {@code {{path}}}. Immutable; a
 * constant of the generated class, split at its slots when that class is loaded.
 *
 * <p>A path has no blanks, colons, quotes, backslashes and braces in it. Double braces around
 * anything else are text, and so is a slot after a backslash, which is left out of the message.
 */
public final class PromptText implements PromptMessage {

  private final String[] literals;
  private final Slot[] slots;
  private final String[] paths;

  /**
   * A text in its parts.
   *
   * @param literals what stands before, between and after the slots: one more than there are slots
   */
  private PromptText(List<String> literals, List<Slot> slots) {
    this.literals = literals.toArray(String[]::new);
    this.slots = slots.toArray(Slot[]::new);
    this.paths = slots.stream().map(Slot::path).distinct().toArray(String[]::new);
  }

  /** Where a slot stands: in plain text, within a string of some JSON, or in place of a value. */
  enum Place {
    TEXT,
    JSON_STRING,
    JSON_VALUE
  }

  /**
   * A slot in its place.
   *
   * @param index the number of its path
   */
  record Slot(String path, int index, Place place) {

    String value(@Nullable String[] texts, @Nullable String[] jsons) {
      boolean asValue = place == Place.JSON_VALUE;
      @Nullable String value = (asValue ? jsons : texts)[index];
      if (value == null) {
        value = (asValue ? texts : jsons)[index];
      }
      if (value == null) {
        throw notFilled(path);
      }
      return value;
    }

    void append(@Nullable String[] texts, @Nullable String[] jsons, StringBuilder message) {
      String value = value(texts, jsons);
      if (place == Place.JSON_STRING) {
        JsonStringEncoder.getInstance().quoteAsString(value, message);
      } else {
        message.append(value);
      }
    }
  }

  private static IllegalStateException notFilled(String path) {
    return new IllegalStateException("{{" + path + "}} is not filled.");
  }

  /** A text. */
  public static PromptText of(String text) {
    return PromptSplitter.begin().text(text).end(PromptText::new);
  }

  /** This text and some more after it. */
  public PromptText text(String text) {
    return PromptSplitter.after(List.of(literals), List.of(slots)).text(text).end(PromptText::new);
  }

  /**
   * This text and some JSON after it. In its strings a slot's value is escaped; anywhere else the
   * value stands as JSON.
   */
  public PromptText json(String text) {
    return PromptSplitter.after(List.of(literals), List.of(slots)).json(text).end(PromptText::new);
  }

  /**
   * A message of this text in which a slot is filled.
   *
   * @see FilledPrompt#with
   */
  public FilledPrompt with(String path, @Nullable Object value) {
    return new FilledPrompt(this).with(path, value);
  }

  /**
   * A message of this text in which a slot is filled.
   *
   * @see FilledPrompt#withOptional
   */
  @SuppressWarnings("NullableOptional") // What a user's accessor returns is only known here.
  public FilledPrompt withOptional(String path, @Nullable Optional<?> value) {
    return new FilledPrompt(this).withOptional(path, value);
  }

  /**
   * A message of this text in which a slot is filled.
   *
   * @see FilledPrompt#withJson
   */
  public <T> FilledPrompt withJson(String path, @Nullable T value, JsonEncoder<? super T> encoder) {
    return new FilledPrompt(this).withJson(path, value, encoder);
  }

  /**
   * A message of this text in which a slot is filled.
   *
   * @see FilledPrompt#withOptionalJson
   */
  @SuppressWarnings("NullableOptional") // What a user's accessor returns is only known here.
  public <T> FilledPrompt withOptionalJson(
      String path, @Nullable Optional<? extends T> value, JsonEncoder<? super T> encoder) {
    return new FilledPrompt(this).withOptionalJson(path, value, encoder);
  }

  /** The number of different paths. */
  int count() {
    return paths.length;
  }

  /** The number of a path, looked for from a number on; -1 if there is none. */
  int index(String path, int from) {
    for (int i = 0; i < paths.length; i++) {
      int at = from + i < paths.length ? from + i : from + i - paths.length;
      if (paths[at].equals(path)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * The text with values in its slots.
   *
   * @param texts the values as text, by the numbers of their paths
   * @param jsons the values as JSON, by the same numbers
   * @throws IllegalStateException if a slot has none
   */
  String filled(@Nullable String[] texts, @Nullable String[] jsons) {
    int length = 0;
    for (String literal : literals) {
      length += literal.length();
    }
    for (Slot slot : slots) {
      length += slot.value(texts, jsons).length();
    }
    StringBuilder message = new StringBuilder(length);
    for (int i = 0; i < slots.length; i++) {
      message.append(literals[i]);
      slots[i].append(texts, jsons, message);
    }
    return message.append(literals[slots.length]).toString();
  }

  @Override
  public String message() {
    if (slots.length > 0) {
      throw notFilled(paths[0]);
    }
    return literals[0];
  }

  /** Names the slots. */
  @Override
  public String toString() {
    return "PromptText" + Arrays.toString(paths);
  }
}
