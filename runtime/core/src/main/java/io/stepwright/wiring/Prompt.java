package io.stepwright.wiring;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message to a model, put together from literal text and the values of slots. What a value holds
 * is never looked at: it cannot become a slot or another message. Not thread-safe.
 */
public final class Prompt {

  private final StringBuilder message = new StringBuilder();

  /** Adds text of the prompt itself. */
  public Prompt text(String literal) {
    message.append(literal);
    return this;
  }

  /**
   * Adds a value as text; an enum constant by its name.
   *
   * @throws NullSlotException if the value is null
   */
  public Prompt slot(String path, @Nullable Object value) {
    Object present = present(path, value);
    message.append(present instanceof Enum<?> constant ? constant.name() : present.toString());
    return this;
  }

  /**
   * Adds a value as JSON.
   *
   * @throws NullSlotException if the value, or one inside of it, is null
   */
  public <T> Prompt json(String path, @Nullable T value, JsonEncoder<? super T> encoder) {
    message.append(JsonWriter.write(path, present(path, value), encoder));
    return this;
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
