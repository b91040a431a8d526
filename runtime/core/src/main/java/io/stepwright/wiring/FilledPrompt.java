package io.stepwright.wiring;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.stepwright.spi.ModelRequest;
import io.stepwright.wiring.PromptText.Place;
import io.stepwright.wiring.PromptText.Slot;
import java.util.List;
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

  /** Values as JSON; the same as {@link #texts} until a slot has both forms. */
  private @Nullable String[] jsons;

  private int next;

  FilledPrompt(PromptText text) {
    this.text = text;
    this.texts = new String[text.paths().size()];
    this.jsons = texts;
  }

  /**
   * Fills a slot with a value as text; an enum constant by its name, a locale by its language tag.
   *
   * @throws NullSlotException if the value is null
   */
  public FilledPrompt with(String path, @Nullable Object value) {
    return text(path, SlotText.of(Wiring.present(path, value)));
  }

  /**
   * Fills a slot with a value as text, with nothing if it is absent.
   *
   * @throws NullSlotException if the optional is null
   */
  @SuppressWarnings("NullableOptional") // What a user's accessor returns is only known here.
  public FilledPrompt withOptional(String path, @Nullable Optional<?> value) {
    Optional<?> optional = Wiring.present(path, value);
    return text(path, optional.isEmpty() ? "" : SlotText.of(optional.get()));
  }

  /**
   * Fills a slot with a value as JSON. Where the same slot is filled as text, too, that stands in
   * plain text and in strings.
   *
   * @throws NullSlotException if the value, or one inside of it, is null
   */
  public <T> FilledPrompt withJson(String path, @Nullable T value, JsonEncoder<? super T> encoder) {
    return json(path, JsonWriter.write(path, Wiring.present(path, value), encoder));
  }

  /**
   * Fills a slot with a value as JSON, with nothing if it is absent.
   *
   * @throws NullSlotException if the optional, or a value inside of it, is null
   */
  @SuppressWarnings("NullableOptional") // What a user's accessor returns is only known here.
  public <T> FilledPrompt withOptionalJson(
      String path, @Nullable Optional<? extends T> value, JsonEncoder<? super T> encoder) {
    Optional<? extends T> optional = Wiring.present(path, value);
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
    List<String> paths = text.paths();
    int count = paths.size();
    for (int i = 0; i < count; i++) {
      int at = next < count ? next : 0;
      next = at + 1;
      if (paths.get(at).equals(path)) {
        return at;
      }
    }
    throw new IllegalArgumentException("The text has no slot {{" + path + "}}.");
  }

  @Override
  public String message() {
    int length = text.length();
    for (int i = 0; i < texts.length; i++) {
      length += Math.max(length(texts[i]), length(jsons[i]));
    }
    StringBuilder message = new StringBuilder(length);
    List<Slot> slots = text.slots();
    List<String> literals = text.literals();
    for (int i = 0; i < slots.size(); i++) {
      message.append(literals.get(i));
      append(slots.get(i), message);
    }
    return message.append(literals.get(slots.size())).toString();
  }

  private static int length(@Nullable String value) {
    return value == null ? 0 : value.length();
  }

  private void append(Slot slot, StringBuilder message) {
    boolean asValue = slot.place() == Place.JSON_VALUE;
    @Nullable String value = (asValue ? jsons : texts)[slot.index()];
    if (value == null) {
      value = (asValue ? texts : jsons)[slot.index()];
    }
    if (value == null) {
      throw new IllegalStateException("{{" + slot.path() + "}} is not filled.");
    }
    if (slot.place() == Place.JSON_STRING) {
      JsonStringEncoder.getInstance().quoteAsString(value, message);
    } else {
      message.append(value);
    }
  }

  /** Leaves out the values: they may be personal. */
  @Override
  public String toString() {
    return "FilledPrompt" + text.paths();
  }
}
