package io.stepwright.wiring;

import io.stepwright.spi.ModelRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to a model, put together from literal text and the values of slots. What a value holds
 * is never looked at: it cannot become a slot or another message. Half a surrogate pair, which no
 * server takes, becomes U+FFFD. Not thread-safe.
 */
public final class Prompt {

  private final StringBuilder message = new StringBuilder();

  /** Adds text of the prompt itself. */
  public Prompt text(String literal) {
    message.append(literal); // A constant, which is not worth a look each time.
    return this;
  }

  /**
   * Adds a value as text; an enum constant by its name, a locale by its language tag.
   *
   * @throws NullSlotException if the value is null
   */
  public Prompt slot(String path, @Nullable Object value) {
    return append(SlotText.of(present(path, value)));
  }

  /**
   * Adds a value as JSON.
   *
   * @throws NullSlotException if the value, or one inside of it, is null
   */
  public <T> Prompt json(String path, @Nullable T value, JsonEncoder<? super T> encoder) {
    return append(JsonWriter.write(path, present(path, value), encoder));
  }

  /** Adds a value as text, nothing if it is absent. */
  @SuppressWarnings("NullableOptional") // What a user's accessor returns is only known here.
  public Prompt optionalSlot(String path, @Nullable Optional<?> value) {
    present(path, value).ifPresent(present -> slot(path, present));
    return this;
  }

  /** Adds a value as JSON, nothing if it is absent. */
  @SuppressWarnings("NullableOptional") // What a user's accessor returns is only known here.
  public <T> Prompt optionalJson(
      String path, @Nullable Optional<? extends T> value, JsonEncoder<? super T> encoder) {
    present(path, value).ifPresent(present -> json(path, present, encoder));
    return this;
  }

  /**
   * A value on the way to a slot's value.
   *
   * @throws NullSlotException if it is null
   */
  public static <T> T present(String path, @Nullable T value) {
    if (value == null) {
      throw new NullSlotException(path);
    }
    return value;
  }

  /**
   * Halves of a pair are replaced before they can meet: values do not become one another's part.
   */
  private Prompt append(String text) {
    message.append(ModelRequest.wellFormed(text));
    return this;
  }

  /** The whole message. */
  public String message() {
    return message.toString();
  }

  /** Leaves out the text: it may be personal. */
  @Override
  public String toString() {
    return "Prompt[" + message.length() + " characters]";
  }
}
