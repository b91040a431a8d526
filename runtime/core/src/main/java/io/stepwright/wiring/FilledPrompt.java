package io.stepwright.wiring;

import io.stepwright.spi.ModelRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to a model, put together from a text and the values of its slots. What a value holds is
 * never looked at: it cannot become a slot or another message. Half a surrogate pair, which no
 * server takes, becomes U+FFFD. Not thread-safe.
 *
 * <p>Every method fills all slots of a path. Their order does not matter; that of the text is the
 * fastest.
 */
public final class FilledPrompt implements PromptMessage {

  private final PromptText text;
  private final @Nullable String[] texts;

  /** Values as JSON; the same as {@link #texts} until there is one. */
  private @Nullable String[] jsons;

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
   * Fills a slot with a value as text, with nothing if it is absent.
   *
   * @throws NullSlotException if the optional is null
   */
  @SuppressWarnings("NullableOptional") // What a user's accessor returns is only known here.
  public FilledPrompt withOptional(String path, @Nullable Optional<?> value) {
    Optional<?> optional = SlotText.present(path, value);
    return text(path, optional.isEmpty() ? "" : SlotText.of(optional.get()));
  }

  /**
   * Fills a slot with a value as JSON. Where the same slot is filled as text, too, that stands in
   * plain text and in strings.
   *
   * @throws NullSlotException if the value, or one inside of it, is null
   */
  public <T> FilledPrompt withJson(String path, @Nullable T value, JsonEncoder<? super T> encoder) {
    return json(path, JsonWriter.write(path, SlotText.present(path, value), encoder));
  }

  /**
   * Fills a slot with a value as JSON, with nothing if it is absent.
   *
   * @throws NullSlotException if the optional, or a value inside of it, is null
   */
  @SuppressWarnings("NullableOptional") // What a user's accessor returns is only known here.
  public <T> FilledPrompt withOptionalJson(
      String path, @Nullable Optional<? extends T> value, JsonEncoder<? super T> encoder) {
    Optional<? extends T> optional = SlotText.present(path, value);
    return json(path, optional.isEmpty() ? "" : JsonWriter.<T>write(path, optional.get(), encoder));
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

  /** Looks for a path from where the last one was. */
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

  /** Leaves out the values: they may be personal. */
  @Override
  public String toString() {
    return "Filled" + text;
  }
}
