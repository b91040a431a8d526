package io.stepwright.descriptor.json;

import io.stepwright.descriptor.json.JsonNode.JsonArray;
import io.stepwright.descriptor.json.JsonNode.JsonBoolean;
import io.stepwright.descriptor.json.JsonNode.JsonNumber;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.Member;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Writes JSON in a form that is equal for equal values: without spaces, with sorted names, and with
 * numbers in their shortest form. Equal to the canonical JSON of the runtime. Thread-safe: it has
 * no state.
 */
public final class CanonicalJson {

  /** Numbers with more zeros than this are written with an exponent. */
  private static final int MOST_ZEROS = 20;

  /** Limit of exponents, whose zeros would otherwise fill the memory. Equal to that for answers. */
  private static final int MOST_EXPONENT = 1_000;

  private CanonicalJson() {}

  /**
   * Returns a value as canonical JSON.
   *
   * @throws JsonSyntaxException if an object has a name twice, or a number is out of bounds
   */
  public static String of(JsonNode value) throws JsonSyntaxException {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(JsonNode value, StringBuilder text) throws JsonSyntaxException {
    if (value instanceof JsonObject object) {
      object(object, text);
    } else if (value instanceof JsonArray array) {
      String separator = "[";
      for (JsonNode item : array.items()) {
        text.append(separator);
        write(item, text);
        separator = ",";
      }
      text.append(array.items().isEmpty() ? "[]" : "]");
    } else if (value instanceof JsonNode.JsonText string) {
      quote(string.value(), text);
    } else if (value instanceof JsonNumber number) {
      text.append(number(number));
    } else {
      text.append(value instanceof JsonBoolean flag ? String.valueOf(flag.value()) : "null");
    }
  }

  private static void object(JsonObject object, StringBuilder text) throws JsonSyntaxException {
    List<Member> members =
        object.members().stream().sorted(Comparator.comparing(Member::name)).toList();
    String separator = "{";
    String last = null;
    for (Member member : members) {
      if (member.name().equals(last)) {
        throw new JsonSyntaxException("The object has a name twice.", member.start());
      }
      last = member.name();
      text.append(separator);
      quote(member.name(), text);
      text.append(':');
      write(member.value(), text);
      separator = ",";
    }
    text.append(members.isEmpty() ? "{}" : "}");
  }

  private static String number(JsonNumber number) throws JsonSyntaxException {
    BigDecimal value = number.value();
    if (Math.abs((long) value.precision() - value.scale()) > MOST_EXPONENT
        || Math.abs((long) value.scale()) > 2 * MOST_EXPONENT) {
      throw new JsonSyntaxException("The number is out of bounds.", number.start());
    }
    BigDecimal shortest = value.stripTrailingZeros();
    return Math.abs(shortest.scale()) <= MOST_ZEROS
        ? shortest.toPlainString()
        : shortest.toString();
  }

  private static void quote(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
