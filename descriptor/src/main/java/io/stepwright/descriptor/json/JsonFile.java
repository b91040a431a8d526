package io.stepwright.descriptor.json;

import io.stepwright.descriptor.json.JsonNode.JsonArray;
import io.stepwright.descriptor.json.JsonNode.JsonBoolean;
import io.stepwright.descriptor.json.JsonNode.JsonNull;
import io.stepwright.descriptor.json.JsonNode.JsonNumber;
import io.stepwright.descriptor.json.JsonNode.JsonObject;
import io.stepwright.descriptor.json.JsonNode.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses JSON strictly according to RFC 8259: no comments, no trailing commas. */
public final class JsonFile {

  /** Limit of nesting, equal to that of the runtime for answers of models. */
  private static final int MOST_LEVELS = 64;

  /**
   * Limit of the characters of a number, equal to that for answers. The time to convert them grows
   * with the square of their number.
   */
  private static final int MOST_DIGITS = 1_000;

  /**
   * Limit of the values, which take much more memory than their text. Equal to that for answers.
   */
  private static final int MOST_VALUES = 400_000;

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final String text;
  private int at;
  private int values;

  private JsonFile(String text) {
    this.text = text;
  }

  /**
   * Parses a text that consists of one JSON value.
   *
   * @throws JsonSyntaxException if the text is not valid
   */
  public static JsonNode parse(String text) throws JsonSyntaxException {
    JsonFile file = new JsonFile(text);
    file.skip();
    JsonNode value = file.value(1);
    file.skip();
    if (file.at < text.length()) {
      throw file.wrong("The file goes on after its JSON value.");
    }
    return value;
  }

  private JsonNode value(int level) throws JsonSyntaxException {
    if (level > MOST_LEVELS) {
      throw wrong(
          String.format(
              Locale.ROOT,
              "More than %d objects and arrays are inside of each other.",
              MOST_LEVELS));
    }
    if (++values > MOST_VALUES) {
      throw wrong(String.format(Locale.ROOT, "There are more than %d values.", MOST_VALUES));
    }
    return switch (peek()) {
      case '{' -> object(level);
      case '[' -> array(level);
      case '"' -> string();
      default -> literal();
    };
  }

  private JsonNode object(int level) throws JsonSyntaxException {
    int start = at++;
    List<Member> members = new ArrayList<>();
    skip();
    while (peek() != '}') {
      if (!members.isEmpty()) {
        expect(',', "',' or '}'");
      }
      if (peek() != '"') {
        throw wrong("A property's name in double quotes is missing.");
      }
      JsonNode.JsonText name = string();
      skip();
      expect(':', "':'");
      members.add(new Member(name.value(), name.start(), value(level + 1)));
      skip();
    }
    at++;
    return new JsonObject(List.copyOf(members), start, at);
  }

  private JsonNode array(int level) throws JsonSyntaxException {
    int start = at++;
    List<JsonNode> items = new ArrayList<>();
    skip();
    while (peek() != ']') {
      if (!items.isEmpty()) {
        expect(',', "',' or ']'");
      }
      items.add(value(level + 1));
      skip();
    }
    at++;
    return new JsonArray(List.copyOf(items), start, at);
  }

  private JsonNode.JsonText string() throws JsonSyntaxException {
    JsonStrings string = new JsonStrings(text, at);
    JsonNode.JsonText node = string.read();
    at = node.end();
    return node;
  }

  private JsonNode literal() throws JsonSyntaxException {
    int start = at;
    if (word("true")) {
      return new JsonBoolean(true, start, at);
    }
    if (word("false")) {
      return new JsonBoolean(false, start, at);
    }
    if (word("null")) {
      return new JsonNull(start, at);
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt() || isWordPart(number.end())) {
      throw wrong(
          "There is no JSON value here: an object, an array, a string in double quotes, a"
              + " number, true, false or null.");
    }
    if (number.end() - number.start() > MOST_DIGITS) {
      throw wrong("The number has more than " + MOST_DIGITS + " characters.");
    }
    try {
      at = number.end();
      return new JsonNumber(new BigDecimal(number.group()), start, at);
    } catch (NumberFormatException e) {
      at = start;
      throw wrong("The number has too long an exponent.");
    }
  }

  private boolean word(String word) {
    boolean found = text.startsWith(word, at) && !isWordPart(at + word.length());
    at += found ? word.length() : 0;
    return found;
  }

  private boolean isWordPart(int offset) {
    return offset < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(offset)) || text.charAt(offset) == '.');
  }

  private void expect(char wanted, String described) throws JsonSyntaxException {
    if (peek() != wanted) {
      throw wrong("%s is missing.".formatted(described));
    }
    at++;
    skip();
  }

  private char peek() throws JsonSyntaxException {
    if (at >= text.length()) {
      throw wrong("The file ends too early.");
    }
    return text.charAt(at);
  }

  private void skip() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private JsonSyntaxException wrong(String problem) {
    return new JsonSyntaxException(problem, at);
  }
}
