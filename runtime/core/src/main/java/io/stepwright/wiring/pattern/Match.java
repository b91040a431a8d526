package io.stepwright.wiring.pattern;

import com.google.re2j.Matcher;
import io.stepwright.wiring.Decimals;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A match of a regular expression. Valid only during the call of a {@link MatchReader}. */
public final class Match {

  private final Matcher matcher;

  Match(Matcher matcher) {
    this.matcher = matcher;
  }

  /** The text of the first group, or of the whole match if the expression has no group. */
  public Text text() {
    return new Text(matcher.groupCount() == 0 ? matcher.group() : matcher.group(1));
  }

  /** The text of a named group. */
  public Text group(String name) {
    return new Text(matcher.group(name));
  }

  /**
   * A text that can be converted to a type. If the conversion fails, the whole match is ignored.
   */
  public static final class Text {

    private final @Nullable String text;

    Text(@Nullable String text) {
      this.text = text;
    }

    /** The text itself. */
    public String asString() {
      if (text == null) {
        throw new NotConvertible(); // The group did not participate in the match.
      }
      return text;
    }

    /** The only character of the text. */
    public char asChar() {
      return converted(value -> value.length() == 1 ? value.charAt(0) : null);
    }

    /** The text as true or false, ignoring case. */
    public boolean asBoolean() {
      return converted(
          value ->
              value.equalsIgnoreCase("true")
                  ? Boolean.TRUE
                  : value.equalsIgnoreCase("false") ? Boolean.FALSE : null);
    }

    /** The text as a whole number of 8 bits. */
    public byte asByte() {
      return converted(value -> isAscii(value) ? Byte.valueOf(value) : null);
    }

    /** The text as a whole number of 16 bits. */
    public short asShort() {
      return converted(value -> isAscii(value) ? Short.valueOf(value) : null);
    }

    /** The text as a whole number of 32 bits. */
    public int asInt() {
      return converted(value -> isAscii(value) ? Integer.valueOf(value) : null);
    }

    /** The text as a whole number of 64 bits. */
    public long asLong() {
      return converted(value -> isAscii(value) ? Long.valueOf(value) : null);
    }

    /** The text as a single-precision number. */
    public float asFloat() {
      return converted(value -> finite(value, Float.valueOf(value)));
    }

    /** The text as a double-precision number. */
    public double asDouble() {
      return converted(value -> finite(value, Double.valueOf(value)));
    }

    /** The text as a decimal of at most 1,000 characters, with an exponent from -1,000 to 1,000. */
    public BigDecimal asBigDecimal() {
      return converted(Decimals::parse);
    }

    /** The text as a date, written {@code 2026-01-31}. */
    public LocalDate asLocalDate() {
      return converted(LocalDate::parse);
    }

    /** The enum constant with that name, ignoring case. */
    public <E extends Enum<E>> E asEnum(Class<E> type) {
      return converted(
          value -> {
            for (E constant : type.getEnumConstants()) {
              if (constant.name().equalsIgnoreCase(value)) {
                return constant;
              }
            }
            return null;
          });
    }

    /** The converted text; empty if the group did not participate in the match. */
    public <T> Optional<T> optional(Function<Text, ? extends T> conversion) {
      return text == null ? Optional.empty() : Optional.of(conversion.apply(this));
    }

    /**
     * Returns the number, or null if it is not finite or has a notation that only the JDK accepts.
     */
    private static <N extends Number> @Nullable N finite(String text, N number) {
      boolean plain = text.trim().chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0);
      return plain && Double.isFinite(number.doubleValue()) ? number : null;
    }

    /** Returns whether a text is ASCII. The JDK also accepts digits of other scripts. */
    private static boolean isAscii(String text) {
      return text.chars().allMatch(c -> c < 0x80);
    }

    private <T> T converted(Function<String, @Nullable T> conversion) {
      String present = asString();
      if (present.length() > Decimals.MOST_CHARACTERS) {
        throw new NotConvertible(); // Valid numbers and dates are shorter.
      }
      T value;
      try {
        value = conversion.apply(present);
      } catch (DateTimeException | NumberFormatException e) {
        throw new NotConvertible();
      }
      if (value == null) {
        throw new NotConvertible();
      }
      return value;
    }
  }

  /** Signals a text that cannot be converted. Never leaves this package. */
  static final class NotConvertible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotConvertible() {
      super(
          "not convertible",
          null,
          false,
          false); // It is caught immediately, so it needs no stack trace.
    }
  }
}
