package io.stepwright.wiring;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value and its path in the answer of a model. Each method that reads the value as a type
 * fails if the value has another type: values are never converted, rounded or invented. Immutable.
 */
public final class JsonValue {

  /** The maximum number of constants of an enum that a message lists. */
  private static final int MOST_CONSTANTS = 10;

  private final String path;
  private final @Nullable Object value;

  private JsonValue(String path, @Nullable Object value) {
    this.path = path;
    this.value = value;
  }

  /**
   * Parses a text that consists of one JSON value.
   *
   * @throws JsonMismatchException if the text is not JSON, is too large or is nested too deeply
   */
  public static JsonValue parse(String text) {
    return new JsonValue("", JsonTree.parse(text));
  }

  /**
   * The names of the properties of this object, in their order.
   *
   * @throws JsonMismatchException if this is no object
   */
  public Set<String> names() {
    return Collections.unmodifiableSet(as(Map.class, "an object").keySet());
  }

  /**
   * This value as canonical JSON: without spaces, with sorted names, and with numbers in their
   * shortest form. Equal values have equal texts.
   *
   * @throws JsonMismatchException if a number is out of bounds
   */
  public String canonical() {
    return CanonicalJson.of(value);
  }

  /** The value of a property of this object. */
  public JsonValue field(String name) {
    String place = path.isEmpty() ? name : path + "." + name;
    Map<String, @Nullable Object> object = object(name);
    Object property = object.get(name);
    if (property == null) {
      throw new JsonMismatchException(
          object.containsKey(name)
              ? "'%s' is null.".formatted(place)
              : "'%s' is missing: %s is expected.".formatted(place, form(name)));
    }
    return new JsonValue(place, property);
  }

  /** The value of a property of this object, decoded. */
  public <T> T field(String name, JsonDecoder<? extends T> decoder) {
    return field(name).decode(decoder);
  }

  /**
   * This value, decoded.
   *
   * @throws RefusedValueException if a decoder throws another exception than a mismatch; the
   *     message names the innermost value whose decoder failed
   */
  public <T> T decode(JsonDecoder<? extends T> decoder) {
    try {
      return decoder.decode(this);
    } catch (JsonMismatchException | RefusedValueException | NullSlotException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RefusedValueException(jsonPath(), e);
    }
  }

  /** This value as a string. */
  public String asString() {
    return as(String.class, "a string");
  }

  /** This value as a boolean. */
  public boolean asBoolean() {
    return as(Boolean.class, "true or false");
  }

  /** This value as a string of one UTF-16 character. */
  public char asChar() {
    String text = asString();
    if (text.length() != 1) {
      throw wrong("a single character");
    }
    return text.charAt(0);
  }

  /** This value as a whole number of 8 bits. */
  public byte asByte() {
    return (byte) whole(Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /** This value as a whole number of 16 bits. */
  public short asShort() {
    return (short) whole(Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /** This value as a whole number of 32 bits. */
  public int asInt() {
    return (int) whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** This value as a whole number of 64 bits. */
  public long asLong() {
    return whole(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * This value as the nearest single-precision number. A number beyond the range of float fails.
   */
  public float asFloat() {
    float nearest = number("a number").floatValue();
    if (Float.isInfinite(nearest)) {
      throw wrong("a number within the range of float");
    }
    return nearest;
  }

  /**
   * This value as the nearest double-precision number. A number beyond the range of double fails.
   */
  public double asDouble() {
    double nearest = number("a number").doubleValue();
    if (Double.isInfinite(nearest)) {
      throw wrong("a number within the range of double");
    }
    return nearest;
  }

  /** This value as the enum constant with that name. */
  public <E extends Enum<E>> E asEnum(Class<E> type) {
    String name = asString();
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw wrong("a constant of %s (%s)".formatted(type.getSimpleName(), names(constants)));
  }

  /** Returns the names of the first constants, for messages. */
  private static String names(Enum<?>[] constants) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < Math.min(constants.length, MOST_CONSTANTS); i++) {
      names.add(constants[i].name());
    }
    if (constants.length > MOST_CONSTANTS) {
      names.add("…");
    }
    return String.join(", ", names);
  }

  /** This value as an array with decoded items. The list is unmodifiable. */
  public <T> List<T> asList(JsonDecoder<? extends T> decoder) {
    List<?> items = as(List.class, "an array");
    List<T> decoded = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      decoded.add(new JsonValue(path + "[" + i + "]", items.get(i)).decode(decoder));
    }
    return Collections.unmodifiableList(decoded);
  }

  /**
   * This value as an array with decoded items, without duplicates, in the order of their first
   * occurrence. The set is unmodifiable.
   */
  public <T> Set<T> asSet(JsonDecoder<? extends T> decoder) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(asList(decoder)));
  }

  /** This value as an array of whole numbers of 32 bits. */
  public int[] asIntArray() {
    return asList(JsonValue::asInt).stream().mapToInt(Integer::intValue).toArray();
  }

  /** This value as an array of whole numbers of 64 bits. */
  public long[] asLongArray() {
    return asList(JsonValue::asLong).stream().mapToLong(Long::longValue).toArray();
  }

  /** This value as an array of double-precision numbers. */
  public double[] asDoubleArray() {
    return asList(JsonValue::asDouble).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** This value, decoded; empty if it is null. */
  public <T> Optional<T> asOptional(JsonDecoder<? extends T> decoder) {
    return value == null ? Optional.empty() : Optional.of(decode(decoder));
  }

  /** The decoded value of a property of this object; empty if it is null or missing. */
  public <T> Optional<T> optionalField(String name, JsonDecoder<? extends T> decoder) {
    return object(name).get(name) == null ? Optional.empty() : Optional.of(field(name, decoder));
  }

  /**
   * This value as a decimal, which is written as a string or a number of at most 1,000 characters
   * with an exponent from -1,000 to 1,000.
   */
  public BigDecimal asBigDecimal() {
    if (!(value instanceof String text)) {
      return number("a decimal number");
    }
    if (!Decimals.isWithinBounds(text)) {
      throw wrong(Decimals.BOUNDS);
    }
    return parsed(Decimals::parse, "a decimal number");
  }

  /** This value as a date, written {@code 2026-01-31}. */
  public LocalDate asLocalDate() {
    return parsed(LocalDate::parse, "a date such as 2026-01-31");
  }

  /** This value as a moment, written {@code 2026-01-31T12:00:00Z} or with another offset. */
  public Instant asInstant() {
    return parsed(
        text -> OffsetDateTime.parse(text).toInstant(), "a moment such as 2026-01-31T12:00:00Z");
  }

  /** This value as a date and a time of day, written {@code 2026-01-31T12:00:00}. */
  public LocalDateTime asLocalDateTime() {
    return parsed(LocalDateTime::parse, "a date and a time such as 2026-01-31T12:00:00");
  }

  /** This value as a time of day, written {@code 12:00:00}. */
  public LocalTime asLocalTime() {
    return parsed(LocalTime::parse, "a time such as 12:00:00");
  }

  /** This value as a moment with its offset, written {@code 2026-01-31T12:00:00+01:00}. */
  public OffsetDateTime asOffsetDateTime() {
    return parsed(OffsetDateTime::parse, "a moment such as 2026-01-31T12:00:00+01:00");
  }

  /** This value as a currency, by its code of ISO 4217. */
  public Currency asCurrency() {
    return parsed(Currency::getInstance, "the code of a currency such as EUR");
  }

  /** This value as a URI. */
  public URI asUri() {
    return parsed(URI::create, "a URI");
  }

  /** This value as a locale, by its language tag of IETF BCP 47, such as {@code en-GB}. */
  public Locale asLocale() {
    return parsed(
        text -> {
          Locale locale = Locale.forLanguageTag(text);
          if (locale.getLanguage().isEmpty() || !locale.toLanguageTag().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(); // The JDK drops subtags that it cannot parse.
          }
          return locale;
        },
        "a language tag such as en-GB");
  }

  /** This value as a duration in ISO-8601. */
  public Duration asDuration() {
    return parsed(Duration::parse, "a duration such as PT90S");
  }

  /** This value as a universally unique identifier. */
  public UUID asUuid() {
    String text = asString();
    UUID uuid = parsed(UUID::fromString, "a UUID");
    if (!uuid.toString().equalsIgnoreCase(text)) { // The JDK also takes other spellings.
      throw wrong("a UUID");
    }
    return uuid;
  }

  /** Returns an exception for a value that is none of these texts. */
  public JsonMismatchException notOneOf(String... texts) {
    return wrong("one of " + String.join(", ", texts));
  }

  private <T> T parsed(Function<String, T> parser, String expected) {
    String text = asString();
    if (text.length() > Decimals.MOST_CHARACTERS) {
      throw wrong(expected); // No value of these types is that long, so it is not parsed.
    }
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw wrong(expected); // The parser's own message would quote the answer.
    }
  }

  private BigDecimal number(String expected) {
    if (value instanceof JsonTree.Oversized) {
      throw wrong(Decimals.BOUNDS);
    }
    return as(BigDecimal.class, expected);
  }

  private long whole(long least, long most) {
    // The range is checked before the exact conversion, which creates as many digits as the
    // exponent says.
    if (!(value instanceof BigDecimal number)
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0
        || number.stripTrailingZeros().scale() > 0) {
      throw wrong(String.format(Locale.ROOT, "a whole number from %d to %d", least, most));
    }
    return number.longValueExact();
  }

  @SuppressWarnings("unchecked")
  private Map<String, @Nullable Object> object(String property) {
    if (!(value instanceof Map)) {
      throw wrong("an object such as " + form(property));
    }
    return (Map<String, @Nullable Object>) value;
  }

  /** Returns the form of an object with a property, for messages. */
  private static String form(String property) {
    return "{\"" + property + "\": …}";
  }

  private <T> T as(Class<T> type, String expected) {
    if (!type.isInstance(value)) {
      throw wrong(expected);
    }
    return type.cast(value);
  }

  private String jsonPath() {
    return path.isEmpty() ? "$" : "$." + path;
  }

  private JsonMismatchException wrong(String expected) {
    String place = path.isEmpty() ? "The answer" : "'" + path + "'";
    return new JsonMismatchException("%s is not %s.".formatted(place, expected));
  }
}
