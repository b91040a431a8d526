package io.stepwright.wiring;

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

  private final List<String> literals;
  private final List<Slot> slots;
  private final List<String> paths;
  private final int length;

  /**
   * A text in its parts.
   *
   * @param literals what stands before, between and after the slots: one more than there are slots
   */
  private PromptText(List<String> literals, List<Slot> slots) {
    this.literals = List.copyOf(literals);
    this.slots = List.copyOf(slots);
    this.paths = slots.stream().map(Slot::path).distinct().toList();
    this.length = literals.stream().mapToInt(String::length).sum();
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
  record Slot(String path, int index, Place place) {}

  /** A text. */
  public static PromptText of(String text) {
    return PromptSplitter.begin().text(text).end(PromptText::new);
  }

  /**
   * This text and some JSON after it. In its strings a slot's value is escaped; anywhere else the
   * value stands as JSON.
   */
  public PromptText json(String text) {
    return PromptSplitter.after(literals, slots).json(text).end(PromptText::new);
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

  /** Different paths of slots, in the order of the text. */
  List<String> paths() {
    return paths;
  }

  List<Slot> slots() {
    return slots;
  }

  /** Text before, between and after the slots. */
  List<String> literals() {
    return literals;
  }

  /** The length of all literals. */
  int length() {
    return length;
  }

  @Override
  public String message() {
    if (!slots.isEmpty()) {
      throw new IllegalStateException("{{" + slots.get(0).path() + "}} is not filled.");
    }
    return literals.get(0);
  }

  /** Names the slots. */
  @Override
  public String toString() {
    return "PromptText" + paths;
  }
}
