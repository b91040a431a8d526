package io.stepwright.descriptor;

import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.descriptor.json.JsonNode.JsonArray;
import io.stepwright.descriptor.json.JsonNode.JsonBoolean;
import io.stepwright.descriptor.json.JsonNode.JsonNull;
import io.stepwright.descriptor.json.JsonNode.JsonNumber;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.JsonText;
import io.stepwright.descriptor.json.JsonNode.Member;
import io.stepwright.descriptor.json.JsonPrinter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The members of a JSON object. Methods throw a {@link DescriptorException} that names the member
 * if it is missing or has the wrong type; null counts as missing.
 */
final class Fields {

  /** The maximum number of digits of an int. */
  private static final int MOST_DIGITS = 10;

  private final Map<String, JsonNode> members = new LinkedHashMap<>();

  /**
   * Creates the members.
   *
   * @throws DescriptorException if a name repeats: tools would disagree about its value
   */
  Fields(JsonObject object) {
    Set<String> names = new HashSet<>();
    for (Member member : object.members()) {
      if (!names.add(member.name())) {
        throw new DescriptorException(
            "\"" + DisplayText.brief(member.name()) + "\" is there twice");
      }
      if (!(member.value() instanceof JsonNull)) {
        members.put(member.name(), member.value());
      }
    }
  }

  private static DescriptorException wrong(String name, JsonNode actual, String wanted) {
    return new DescriptorException(
        "\""
            + DisplayText.brief(name)
            + "\" is "
            + DisplayText.brief(actual.kind())
            + " in place of "
            + wanted);
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  private JsonNode member(String name) {
    JsonNode member = members.get(name);
    if (member == null) {
      throw new DescriptorException("\"" + name + "\" is missing");
    }
    return member;
  }

  String text(String name) {
    return text(member(name), name);
  }

  private static String text(JsonNode node, String name) {
    if (node instanceof JsonText text) {
      return text.value();
    }
    throw wrong(name, node, "a string");
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  /** Returns a boolean; false if it is missing. */
  boolean flag(String name) {
    if (!has(name)) {
      return false;
    }
    if (member(name) instanceof JsonBoolean flag) {
      return flag.value();
    }
    throw wrong(name, member(name), "true or false");
  }

  int count(String name) {
    return count(member(name), name);
  }

  int count(String name, int missing) {
    return has(name) ? count(name) : missing;
  }

  private static int count(JsonNode node, String name) {
    // The conversion of a number with a large exponent takes memory proportional to the exponent.
    if (node instanceof JsonNumber number
        && number.value().signum() >= 0
        && (long) number.value().precision() - number.value().scale() <= MOST_DIGITS) {
      try {
        return number.value().intValueExact();
      } catch (ArithmeticException e) {
        throw wrong(name, node, "a whole number");
      }
    }
    throw wrong(name, node, "a whole number");
  }

  BigDecimal number(String name) {
    if (member(name) instanceof JsonNumber number) {
      return number.value();
    }
    throw wrong(name, member(name), "a number");
  }

  /** Returns whole numbers by name; empty if the member is missing. */
  Map<String, Integer> counts(String name) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Fields fields = objectOrNull(name);
    if (fields != null) {
      fields.members.forEach((each, value) -> counts.put(each, count(value, each)));
    }
    return counts;
  }

  /** Returns strings by name; empty if the member is missing. */
  Map<String, String> textsByName(String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    Fields fields = objectOrNull(name);
    if (fields != null) {
      fields.members.forEach((each, value) -> texts.put(each, text(value, each)));
    }
    return texts;
  }

  /** Returns an object of any form as JSON, or null. */
  @Nullable String jsonOrNull(String name) {
    if (!has(name)) {
      return null;
    }
    if (member(name) instanceof JsonObject object) {
      return JsonPrinter.write(PlainJson.of(object));
    }
    throw wrong(name, member(name), "an object");
  }

  @Nullable Fields objectOrNull(String name) {
    return has(name) ? object(member(name), name) : null;
  }

  private static Fields object(JsonNode node, String name) {
    if (node instanceof JsonObject object) {
      return new Fields(object);
    }
    throw wrong(name, node, "an object");
  }

  /** Returns the strings of an array; empty if the member is missing. */
  List<String> texts(String name) {
    return items(name, item -> text(item, name));
  }

  /** Returns the objects of an array; empty if the member is missing. */
  <T> List<T> objects(String name, Function<Fields, T> read) {
    return items(name, item -> read.apply(object(item, name)));
  }

  private <T> List<T> items(String name, Function<JsonNode, T> read) {
    List<T> items = new ArrayList<>();
    if (has(name)) {
      if (!(member(name) instanceof JsonArray array)) {
        throw wrong(name, member(name), "an array");
      }
      array.items().forEach(item -> items.add(read.apply(item)));
    }
    return items;
  }
}
