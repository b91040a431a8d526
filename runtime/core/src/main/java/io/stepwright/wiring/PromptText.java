package io.stepwright.wiring;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.stepwright.spi.Attachment;
import io.stepwright.spi.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message to a model, with slots written {@code {{path}}}. Immutable; a constant of
 * the generated class, split at its slots when that class is initialized.
 *
 * <p>A path contains no blanks, colons, quotes, backslashes or braces. Double braces around
 * anything else are plain text. A backslash before a slot makes the slot plain text, and the
 * backslash is omitted from the message.
 */
public final class PromptText implements PromptMessage {

  private final String[] literals;
  private final Slot[] slots;
  private final String[] paths;

  /**
   * Creates a text from its parts.
   *
   * @param literals the text before, between and after the slots: one more than the number of slots
   */
  PromptText(List<String> literals, List<Slot> slots) {
    this.literals = literals.toArray(new String[0]);
    this.slots = slots.toArray(new Slot[0]);
    Set<String> distinct = new LinkedHashSet<>();
    for (Slot slot : slots) {
      distinct.add(slot.path());
    }
    this.paths = distinct.toArray(new String[0]);
  }

  /** The context of a slot: plain text, inside a JSON string, or in place of a JSON value. */
  enum Place {
    TEXT,
    JSON_STRING,
    JSON_VALUE
  }

  /**
   * A slot and its context.
   *
   * @param index the index of its path among the distinct paths
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

  /** Returns a text that is split at its slots. */
  public static PromptText of(String text) {
    return PromptSplitter.begin().text(text).end();
  }

  /** Returns a copy with plain text appended. */
  public PromptText text(String text) {
    return PromptSplitter.after(List.of(literals), List.of(slots)).text(text).end();
  }

  /**
   * Returns a copy with JSON appended. In JSON strings the value of a slot is escaped; elsewhere it
   * is inserted as JSON.
   */
  public PromptText json(String text) {
    return PromptSplitter.after(List.of(literals), List.of(slots)).json(text).end();
  }

  /**
   * Returns a message of this text with one slot filled.
   *
   * @see FilledPrompt#with
   */
  public FilledPrompt with(String path, @Nullable Object value) {
    return new FilledPrompt(this).with(path, value);
  }

  /**
   * Returns a message of this text with one slot filled.
   *
   * @see FilledPrompt#withOptional
   */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public FilledPrompt withOptional(String path, @Nullable Optional<?> value) {
    return new FilledPrompt(this).withOptional(path, value);
  }

  /**
   * Returns a message of this text with one slot filled.
   *
   * @see FilledPrompt#withJson
   */
  public <T> FilledPrompt withJson(String path, @Nullable T value, JsonEncoder<? super T> encoder) {
    return new FilledPrompt(this).withJson(path, value, encoder);
  }

  /**
   * Returns a message of this text with one slot filled.
   *
   * @see FilledPrompt#withOptionalJson
   */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public <T> FilledPrompt withOptionalJson(
      String path, @Nullable Optional<? extends T> value, JsonEncoder<? super T> encoder) {
    return new FilledPrompt(this).withOptionalJson(path, value, encoder);
  }

  /**
   * Returns a message of this text with one slot filled.
   *
   * @see FilledPrompt#withMedia(String, Attachment)
   */
  public FilledPrompt withMedia(String path, @Nullable Attachment medium) {
    return new FilledPrompt(this).withMedia(path, medium);
  }

  /**
   * Returns a message of this text with one slot filled.
   *
   * @see FilledPrompt#withMedia(String, Iterable)
   */
  public FilledPrompt withMedia(String path, @Nullable Iterable<? extends Attachment> media) {
    return new FilledPrompt(this).withMedia(path, media);
  }

  /**
   * Returns a message of this text with one slot filled.
   *
   * @see FilledPrompt#withOptionalMedia
   */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public FilledPrompt withOptionalMedia(
      String path, @Nullable Optional<? extends Attachment> medium) {
    return new FilledPrompt(this).withOptionalMedia(path, medium);
  }

  /** Returns the number of distinct paths. */
  int count() {
    return paths.length;
  }

  /** Returns the index of a path, or -1. The search begins at an index and wraps around. */
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
   * Returns the text with values in its slots.
   *
   * @param texts the values as text, by the indexes of their paths
   * @param jsons the values as JSON, by the same indexes
   * @throws IllegalStateException if a slot has no value
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

  /**
   * Returns the text with values in its slots, cut where media stand. Empty texts are left out,
   * unless there is nothing else.
   *
   * @param media the media by the indexes of their paths
   * @throws IllegalStateException if a slot has no value
   */
  List<Part> parts(
      @Nullable String[] texts, @Nullable String[] jsons, @Nullable List<Part>[] media) {
    List<Part> parts = new ArrayList<>();
    StringBuilder message = new StringBuilder(literals[0]);
    for (int i = 0; i < slots.length; i++) {
      List<Part> here = media[slots[i].index()];
      if (here == null) {
        slots[i].append(texts, jsons, message);
      } else if (!here.isEmpty()) {
        addText(message, parts);
        parts.addAll(here);
      }
      message.append(literals[i + 1]);
    }
    addText(message, parts);
    return parts.isEmpty() ? List.of(new Part.Text("")) : parts;
  }

  private static void addText(StringBuilder message, List<Part> parts) {
    if (!message.isEmpty()) {
      parts.add(new Part.Text(message.toString()));
      message.setLength(0);
    }
  }

  @Override
  public String message() {
    if (slots.length > 0) {
      throw notFilled(paths[0]);
    }
    return literals[0];
  }

  @Override
  public List<Part> parts() {
    return List.of(new Part.Text(message()));
  }

  /** Names the slots. */
  @Override
  public String toString() {
    return "PromptText" + Arrays.toString(paths);
  }
}
