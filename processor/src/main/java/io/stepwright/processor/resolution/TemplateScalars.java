package io.stepwright.processor.resolution;

import io.stepwright.config.Nearest;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TemplateValue;
import io.stepwright.processor.model.TemplateValue.Constant;
import io.stepwright.processor.model.TemplateValue.Literal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Checks the strings and numbers in a template against their types, in the same way as the runtime
 * checks those in an answer.
 */
final class TemplateScalars {

  private TemplateScalars() {}

  /**
   * A checked value.
   *
   * @param value the value, if it fits
   * @param problem the reason why it does not fit, as the end of a sentence that begins with its
   *     path
   * @param hint the value that was probably meant, or empty
   */
  record Checked(Optional<TemplateValue> value, String problem, String hint) {}

  /** Reads a string as a value of a shape. */
  static Checked text(String text, Shape shape) {
    if (shape instanceof Shape.Enumeration enumeration) {
      return constant(text, enumeration);
    }
    String type = shape.type().simpleName();
    return switch (type) {
      case "String", "CharSequence" -> literal(text, shape);
      case "char", "Character" ->
          text.length() == 1 ? literal(text, shape) : wrong("not a single character");
      case "LocalDate" -> parsed(text, shape, LocalDate::parse, "a date such as 2026-01-31");
      case "Instant" ->
          parsed(
              text,
              shape,
              moment -> OffsetDateTime.parse(moment).toInstant(),
              "a moment such as 2026-01-31T12:00:00Z");
      case "Duration" -> parsed(text, shape, Duration::parse, "a duration such as PT90S");
      case "UUID" ->
          text.length() == 36 // The JDK also accepts shortened UUIDs.
              ? parsed(text, shape, UUID::fromString, "a UUID")
              : wrong("not a UUID");
      case "LocalDateTime" ->
          parsed(
              text, shape, LocalDateTime::parse, "a date and a time such as 2026-01-31T12:00:00");
      case "LocalTime" -> parsed(text, shape, LocalTime::parse, "a time such as 12:00:00");
      case "OffsetDateTime" ->
          parsed(text, shape, OffsetDateTime::parse, "a moment such as 2026-01-31T12:00:00+01:00");
      case "Currency" ->
          parsed(text, shape, Currency::getInstance, "the code of a currency such as EUR");
      case "Locale" ->
          Locale.forLanguageTag(text).toLanguageTag().equalsIgnoreCase(text)
              ? literal(text, shape)
              : wrong("not a language tag such as en-GB");
      case "URI" -> parsed(text, shape, URI::create, "a URI");
      case "BigDecimal" -> decimal(text, shape);
      default -> wrong("a string, but its type is " + shape.type().display());
    };
  }

  /** Reads a number as a value of a shape. */
  static Checked number(BigDecimal number, Shape shape) {
    return switch (shape.type().simpleName()) {
      case "byte", "Byte" -> whole(number, Byte.MIN_VALUE, Byte.MAX_VALUE, shape);
      case "short", "Short" -> whole(number, Short.MIN_VALUE, Short.MAX_VALUE, shape);
      case "int", "Integer" -> whole(number, Integer.MIN_VALUE, Integer.MAX_VALUE, shape);
      case "long", "Long" -> whole(number, Long.MIN_VALUE, Long.MAX_VALUE, shape);
      case "float", "Float" ->
          Float.isInfinite(number.floatValue())
              ? wrong("out of the range of float")
              : literal(number, shape);
      case "double", "Double" ->
          Double.isInfinite(number.doubleValue())
              ? wrong("out of the range of double")
              : literal(number, shape);
      case "BigDecimal" -> literal(number, shape);
      case "BigInteger" ->
          number.stripTrailingZeros().scale() > 0
              ? wrong("not a whole number")
              : literal(number, shape);
      default -> wrong("a number, but its type is " + shape.type().display());
    };
  }

  private static Checked constant(String name, Shape.Enumeration shape) {
    List<String> names = shape.constants().stream().map(Shape.Constant::name).toList();
    return names.contains(name)
        ? new Checked(Optional.of(new Constant(shape.type(), name)), "", "")
        : new Checked(
            Optional.empty(),
            "'%s', which is no constant of %s. It has: %s."
                .formatted(name, shape.type().display(), String.join(", ", names)),
            Nearest.hint(name, names).strip());
  }

  private static Checked decimal(String text, Shape shape) {
    try {
      return literal(new BigDecimal(text), shape);
    } catch (NumberFormatException e) {
      return wrong("not a decimal number");
    }
  }

  private static Checked whole(BigDecimal number, long least, long most, Shape shape) {
    // Compared first: {@code longValueExact} would expand 1e999999999 to all its digits.
    boolean outside =
        number.compareTo(BigDecimal.valueOf(least)) < 0
            || number.compareTo(BigDecimal.valueOf(most)) > 0;
    return outside || number.stripTrailingZeros().scale() > 0
        ? wrong(String.format(Locale.ROOT, "not a whole number from %d to %d", least, most))
        : literal(new BigDecimal(BigInteger.valueOf(number.longValueExact())), shape);
  }

  private static Checked parsed(
      String text, Shape shape, Function<String, Object> parser, String expected) {
    try {
      return literal(parser.apply(text).toString(), shape);
    } catch (DateTimeException | IllegalArgumentException e) {
      return wrong("not " + expected);
    }
  }

  private static Checked literal(Object value, Shape shape) {
    return new Checked(Optional.of(new Literal(shape, value)), "", "");
  }

  private static Checked wrong(String problem) {
    return new Checked(Optional.empty(), problem + ".", "");
  }
}
