package io.stepwright.wiring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes typed values as JSON, for the slots of prompts. Every method that takes a value throws a
 * {@link NullSlotException} for null, which names the slot. Not thread-safe.
 */
public final class JsonWriter {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final String slot;
  private final JsonGenerator generator;

  private JsonWriter(String slot, JsonGenerator generator) {
    this.slot = slot;
    this.generator = generator;
  }

  /**
   * Writes one value to a text.
   *
   * @param slot the name of the value for messages
   * @throws NullSlotException if the value contains a null; the message begins with the name
   */
  public static <T> String write(String slot, T value, JsonEncoder<? super T> encoder) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      encoder.encode(new JsonWriter(slot, generator), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Writes the beginning of one value: at most so many characters. Nothing is read from the value
   * that would stand far behind them, so that it may be of any size, or without an end.
   *
   * @param slot the name of the value for messages
   * @param most the maximum length in UTF-16 characters
   * @throws NullSlotException if the part that was read contains a null
   */
  public static <T> String beginning(
      String slot, T value, JsonEncoder<? super T> encoder, int most) {
    BoundedText text = new BoundedText(most);
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      encoder.encode(new JsonWriter(slot, generator), value);
    } catch (FullException e) {
      // The end of the value did not fit.
      return text.toString();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof FullException) {
        return text.toString();
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Begins an object. Each value in it is preceded by a call of {@link #name}. */
  public JsonWriter beginObject() {
    return write(generator::writeStartObject);
  }

  /** Writes the name of the next value. */
  public JsonWriter name(String name) {
    return write(() -> generator.writeFieldName(name));
  }

  /** Ends the current object. */
  public JsonWriter endObject() {
    return write(generator::writeEndObject);
  }

  /**
   * Writes a value as a JSON string: times with seconds, a locale by its language tag, an enum
   * constant by its name, and others by their {@code toString}.
   */
  public JsonWriter string(@Nullable Object value) {
    String text = SlotText.inJson(present(value));
    return write(() -> generator.writeString(text));
  }

  /** Writes an enum constant by its name. */
  public JsonWriter constant(@Nullable Enum<?> value) {
    String name = present(value).name();
    return write(() -> generator.writeString(name));
  }

  /**
   * Writes a number. NaN and infinite numbers are written as strings, because JSON cannot express
   * them.
   */
  public JsonWriter number(@Nullable Number value) {
    Number number = present(value);
    if (number instanceof Double || number instanceof Float) {
      double wide = number.doubleValue();
      if (Double.isNaN(wide) || Double.isInfinite(wide)) {
        return string(number);
      }
    }
    return write(() -> generator.writeNumber(number.toString()));
  }

  /** Writes true or false. */
  public JsonWriter bool(@Nullable Boolean value) {
    boolean present = present(value);
    return write(() -> generator.writeBoolean(present));
  }

  /** Writes a value with an encoder. */
  public <T> JsonWriter value(@Nullable T value, JsonEncoder<? super T> encoder) {
    encoder.encode(this, present(value));
    return this;
  }

  /** Writes an array. */
  public <T> JsonWriter array(
      @Nullable Iterable<? extends T> values, JsonEncoder<? super T> encoder) {
    write(generator::writeStartArray);
    JsonStreamContext around = generator.getOutputContext().getParent();
    int index = 0;
    for (T value : present(values)) {
      if (value == null) {
        // The path of the generator ends at the previous element.
        SlotText.present(slot + path(around) + "." + index, null);
      }
      value(value, encoder);
      index++;
    }
    return write(generator::writeEndArray);
  }

  /** Writes an array. */
  public <T> JsonWriter array(T @Nullable [] values, JsonEncoder<? super T> encoder) {
    return array(Arrays.asList(present(values)), encoder);
  }

  /** Writes an array. */
  public JsonWriter array(int @Nullable [] values) {
    return array(Arrays.stream(present(values)).boxed().toList(), JsonWriter::number);
  }

  /** Writes an array. */
  public JsonWriter array(long @Nullable [] values) {
    return array(Arrays.stream(present(values)).boxed().toList(), JsonWriter::number);
  }

  /** Writes an array. */
  public JsonWriter array(double @Nullable [] values) {
    return array(Arrays.stream(present(values)).boxed().toList(), JsonWriter::number);
  }

  /** Writes a map as an object, in the map's order. */
  public <T> JsonWriter map(
      @Nullable Map<String, ? extends T> values, JsonEncoder<? super T> encoder) {
    beginObject();
    for (Map.Entry<String, ? extends T> entry : present(values).entrySet()) {
      name(present(entry.getKey()));
      value(entry.getValue(), encoder);
    }
    return endObject();
  }

  /** Writes a value, or JSON null if the optional is empty. */
  @SuppressWarnings("NullableOptional") // The accessors of users may return null.
  public <T> JsonWriter optional(
      @Nullable Optional<? extends T> value, JsonEncoder<? super T> encoder) {
    Optional<? extends T> optional = present(value);
    if (optional.isEmpty()) {
      return write(generator::writeNull);
    }
    return value(optional.get(), encoder);
  }

  private <T> T present(@Nullable T value) {
    // The path is made only for a message.
    return value == null ? SlotText.present(slot + inside(), null) : value;
  }

  /**
   * Returns the path of the current position in the slot's value, such as {@code .address.city}.
   */
  private String inside() {
    return path(generator.getOutputContext());
  }

  private static String path(JsonStreamContext context) {
    return context.pathAsPointer().toString().replace('/', '.');
  }

  private JsonWriter write(Write write) {
    try {
      write.run();
      return this;
    } catch (IOException e) {
      // A generator that writes to memory fails only if it is used wrongly.
      throw new UncheckedIOException(e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }

  /** A text that refuses to become longer than a limit, and keeps what fits. For one thread. */
  private static final class BoundedText extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final int most;

    BoundedText(int most) {
      this.most = most;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      int fits = Math.min(length, most - text.length());
      text.append(characters, offset, fits);
      if (fits < length) {
        throw new FullException();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /** Signals that a text is full. No failure: what was written is kept. */
  private static final class FullException extends IOException {

    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
