package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a body says, read from a tree of all of it. */
final class TreeReading {

  private static final Set<String> CODES = Set.of("code", "type", "error_type", "status", "reason");

  private static final List<String> KNOWN =
      List.of(
          "error",
          "errors",
          "innererror",
          "details",
          "message",
          "detail",
          "msg",
          "code",
          "type",
          "error_type",
          "status",
          "reason");

  private static final Set<String> FINE =
      Set.of(
          "", "0", "ok", "success", "succeeded", "none", "null", "no_error", "no error", "false");

  private static final JsonMapper JSON =
      JsonMapper.builder(
              new com.fasterxml.jackson.core.JsonFactoryBuilder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(10_000)
                          .maxNumberLength(10_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
          .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
          .build();

  private TreeReading() {}

  /** Empty if it is no chat completion. */
  static Optional<String> of(String body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (!root.isObject() && !root.isNull()) {
      return Optional.empty();
    }
    JsonNode choice = root.path("choices").path(0);
    boolean chosen = root.path("choices").isArray() && choice.isObject();
    return Optional.of(
        describe(
            word(root.path("id")),
            word(root.path("model")),
            tokens(root.path("usage").path("prompt_tokens")),
            tokens(root.path("usage").path("completion_tokens")),
            chosen ? message(choice.path("message")) : "no choice",
            chosen ? finish(choice.path("finish_reason")) : "",
            isError(root.path("error"), 0),
            chosen && isError(choice.path("error"), 0)));
  }

  static String describe(Object... parts) {
    return Arrays.toString(parts);
  }

  private static String word(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? node.textValue().strip() : null;
  }

  private static long tokens(JsonNode node) {
    // A tree has lost how numbers were written, but not what they are.
    if (!node.isNumber() || node.asText().length() > 40 || node.isBigInteger()) {
      return -1;
    }
    double number = node.doubleValue();
    boolean whole = number >= 0 && number <= 1e9 && number == Math.rint(number);
    return whole ? new BigDecimal(number).longValueExact() : -1;
  }

  private static String message(JsonNode message) {
    if (!message.isObject()) {
      return "no message";
    }
    JsonNode content = message.path("content");
    String text = content.textValue();
    String refused = null;
    for (JsonNode part : content.isArray() ? content : JSON.createArrayNode()) {
      String type = word(part.path("type"));
      String of = part.isTextual() ? part.textValue() : null;
      if (part.isObject() && (type == null || type.equals("text") || type.equals("output_text"))) {
        of = part.path("text").textValue();
      }
      text = of == null ? text : text == null ? of : text + of;
      String no = part.path("refusal").textValue();
      refused = "refusal".equals(type) && no != null && !no.isBlank() ? no : refused;
    }
    String refusal = message.path("refusal").textValue();
    return text + "/" + (refusal == null || refusal.isBlank() ? refused : refusal);
  }

  private static String finish(JsonNode finish) {
    if (finish.isContainerNode()) {
      return finish.isArray() ? "array" : "object";
    }
    return finish.isNull() || finish.isMissingNode() || finish.asText().isBlank()
        ? ""
        : finish.isNumber() ? "number" : described(finish.asText().strip());
  }

  /** A word, unless it looks like a number: a tree has lost how numbers were written. */
  static String described(String word) {
    return word.matches("[-+.\\d].*|NaN") ? "number" : word;
  }

  /** Whether an error says that something went wrong, or nothing that is understood. */
  private static boolean isError(JsonNode error, int level) {
    if (level == 6) {
      return true;
    } else if (error.isObject()) {
      boolean known = KNOWN.stream().anyMatch(name -> error.hasNonNull(name));
      boolean any = false;
      for (JsonNode field : error) {
        any |= !field.isNull();
      }
      return known ? says(error, level) : any;
    } else if (error.isArray()) {
      return !error.isEmpty() && isError(error.path(0), level + 1);
    }
    return error.isValueNode() && !error.isNull() && isWrong(error);
  }

  /** Whether what is in a field of an error is understood, and is not that all is well. */
  private static boolean says(JsonNode value, int level) {
    if (level == 6) {
      return false;
    } else if (value.isArray()) {
      return !value.isEmpty() && says(value.path(0), level + 1);
    } else if (!value.isObject()) {
      boolean told =
          value.isTextual() && !FINE.contains(value.textValue().strip().toLowerCase(Locale.ROOT));
      return told || (value.isNumber() && isStatus(value.asText()));
    }
    for (String name : KNOWN) {
      JsonNode field = value.path(name);
      boolean code = CODES.contains(name);
      if (code
          ? field.isValueNode() && !field.isNull() && isWrong(field)
          : says(field, level + 1)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWrong(JsonNode scalar) {
    String word = scalar.asText().strip();
    return word.matches("[0-9]{3}")
        ? isStatus(word)
        : !FINE.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isStatus(String word) {
    return word.matches("[45][0-9][0-9]");
  }
}
