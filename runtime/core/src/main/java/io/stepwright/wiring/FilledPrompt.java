package io.stepwright.wiring;

import io.stepwright.spi.Attachment;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to a model, composed of a text and the values of its slots. Values are not parsed, so a
 * value cannot become a slot or another message. An unpaired surrogate, which no server accepts,
 * becomes U+FFFD. Not thread-safe.
 *
 * <p>Every method fills all slots of a path. The order of the calls does not matter; the order of
 * the slots in the text is the fastest.
 */
public final class FilledPrompt implements PromptMessage {

  private final PromptText text;
  private final @Nullable String[] texts;

  /** Values as JSON; the same array as {@link #texts} until a value is set as JSON. */
  private @Nullable String[] jsons;

  /** Media by the indexes of their paths, or null until there is one. */
  private @Nullable List<Part> @Nullable [] media;

  private int next;

  FilledPrompt(PromptText text) {
    this.text = text;
    this.texts = new String[text.count()];
    this.jsons = texts;
  }

  /**
   * Fills a slot with a value as text; an enum constant by its name, a locale by its language tag.
   *
   * @throws NullSlotException if the value is null
   */
  public FilledPrompt with(String path, @Nullable Object value) {
    return text(path, SlotText.of(SlotText.present(path, value)));
  }

  /**
   * Fills a slot with a value as text, or with the empty text if the optional is empty.
   *
   * @throws NullSlotException if the optional is null
   */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public FilledPrompt withOptional(String path, @Nullable Optional<?> value) {
    Optional<?> optional = SlotText.present(path, value);
    return text(path, optional.isEmpty() ? "" : SlotText.of(optional.get()));
  }

  /**
   * Fills a slot with a value as JSON. If the same path is also filled as text, the text is used in
   * plain text and in JSON strings, and the JSON elsewhere.
   *
   * @throws NullSlotException if the value, or a value inside of it, is null
   */
  public <T> FilledPrompt withJson(String path, @Nullable T value, JsonEncoder<? super T> encoder) {
    return json(path, JsonWriter.write(path, SlotText.present(path, value), encoder));
  }

  /**
   * Fills a slot with a value as JSON, or with the empty text if the optional is empty.
   *
   * @throws NullSlotException if the optional, or a value inside of it, is null
   */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public <T> FilledPrompt withOptionalJson(
      String path, @Nullable Optional<? extends T> value, JsonEncoder<? super T> encoder) {
    Optional<? extends T> optional = SlotText.present(path, value);
    return json(path, optional.isEmpty() ? "" : JsonWriter.<T>write(path, optional.get(), encoder));
  }

  /**
   * Fills a slot with a medium. It becomes a part of its own, between the texts around the slot.
   *
   * @throws NullSlotException if the medium is null
   */
  public FilledPrompt withMedia(String path, @Nullable Attachment medium) {
    return media(path, List.of(SlotText.present(path, medium).part()));
  }

  /**
   * Fills a slot with media in their order.
   *
   * @throws NullSlotException if the list or an item is null
   */
  public FilledPrompt withMedia(String path, @Nullable Iterable<? extends Attachment> media) {
    List<Part> parts = new ArrayList<>();
    for (Attachment medium : SlotText.present(path, media)) {
      parts.add(SlotText.present(path, medium).part());
    }
    return media(path, parts);
  }

  /**
   * Fills a slot with a medium, or with nothing if the optional is empty.
   *
   * @throws NullSlotException if the optional is null
   */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public FilledPrompt withOptionalMedia(
      String path, @Nullable Optional<? extends Attachment> medium) {
    Optional<? extends Attachment> optional = SlotText.present(path, medium);
    return optional.isPresent() ? withMedia(path, optional.get()) : media(path, List.of());
  }

  private FilledPrompt media(String path, List<Part> parts) {
    @Nullable List<Part>[] known = media;
    if (known == null) {
      known = newArray(texts.length);
      media = known;
    }
    known[index(path)] = parts;
    return this;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java cannot make arrays of generic types.
  private static @Nullable List<Part>[] newArray(int length) {
    return new List[length];
  }

  private FilledPrompt text(String path, String value) {
    texts[index(path)] = ModelRequest.wellFormed(value);
    return this;
  }

  private FilledPrompt json(String path, String value) {
    if (jsons == texts) {
      jsons = new String[texts.length];
    }
    jsons[index(path)] = ModelRequest.wellFormed(value);
    return this;
  }

  /** Returns the index of a path; the search begins after the last path that was found. */
  private int index(String path) {
    int index = text.index(path, next);
    if (index < 0) {
      throw new IllegalArgumentException("The text has no slot {{" + path + "}}.");
    }
    next = index + 1;
    return index;
  }

  @Override
  public String message() {
    return text.filled(texts, jsons);
  }

  @Override
  public List<Part> parts() {
    return media == null ? List.of(new Part.Text(message())) : text.parts(texts, jsons, media);
  }

  /** Omits the values, which may be personal. */
  @Override
  public String toString() {
    return "Filled" + text;
  }
}
