package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a body by a tree of the whole body. */
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

  private static final List<String> SIGNS =
      List.of(
          "finish_reason",
          "incomplete_details",
          "finish_details",
          "native_finish_reason",
          "stop_reason",
          "finishReason",
          "stopReason",
          "done_reason",
          "status");

  private static final Set<String> TEXTS = Set.of("text", "output_text");
  private static final Set<String> CALLS =
      Set.of("tool_use", "tool_call", "tool-call", "function_call");
  private static final Set<String> THOUGHTS =
      Set.of(
          "thinking",
          "redacted_thinking",
          "thought",
          "reasoning",
          "reasoning_text",
          "reasoning_content",
          "summary_text");

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

  /** Returns empty if the body is not a chat completion. */
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
            chosen ? described(finish(root, choice)) : described(FinishWord.NONE),
            isError(root),
            chosen && (isError(choice) || isError(choice.path("message")))));
  }

  private static boolean isError(JsonNode parent) {
    return isError(parent.path("error"), 0) || isError(parent.path("errors"), 0);
  }

  /**
   * Returns all signs of why the model stopped: in the choice, in the message, beside the choices.
   */
  private static FinishWord finish(JsonNode root, JsonNode choice) {
    JsonNode message = choice.path("message");
    FinishWord written = FinishWord.NONE;
    boolean called =
        message.path("tool_calls").isContainerNode() && !message.path("tool_calls").isEmpty();
    called |= word(message.path("function_call").path("name")) != null;
    JsonNode content = message.path("content");
    for (JsonNode part : content.isArray() ? content : JSON.createArrayNode()) {
      written = isLost(part) ? FinishWord.UNREAD_PART : written;
      String type = word(part.path("type"));
      called |= type != null && CALLS.contains(type);
    }
    written = called ? written.beside(FinishWord.CALLED_TOOL) : written;
    String word = finish(choice.path("finish_reason"));
    FinishWord own = FinishWord.of(word.isEmpty() ? null : word);
    FinishWord here = signs(choice, List.of("finish_reason"), own);
    return signs(root, List.of(), here.beside(signs(message, List.of(), written)));
  }

  private static FinishWord signs(JsonNode parent, List<String> without, FinishWord finish) {
    FinishWord all = finish;
    for (String name : SIGNS) {
      JsonNode sign = parent.path(name);
      String reason = word(sign.path("reason"));
      String word =
          sign.isObject() ? reason == null ? word(sign.path("type")) : reason : word(sign);
      FinishWord read = FinishWord.of(without.contains(name) ? null : word);
      boolean idle = name.equals("status") && read.meaning() == FinishWord.Meaning.OTHER;
      all = idle ? all : all.beside(read);
    }
    return all;
  }

  private static boolean isLost(JsonNode part) {
    if (!part.isObject()) {
      return part.isArray() && !part.isEmpty();
    }
    String type = word(part.path("type"));
    boolean refused = "refusal".equals(type) && word(part.path("refusal")) != null;
    boolean read =
        type == null || TEXTS.contains(type)
            ? part.path("text").isTextual()
            : refused || CALLS.contains(type) || THOUGHTS.contains(type);
    return !read
        && List.of("text", "content", "value").stream().anyMatch(n -> isFull(part.path(n)));
  }

  private static boolean isFull(JsonNode node) {
    return node.isContainerNode() ? !node.isEmpty() : word(node) != null;
  }

  /** Returns the meaning of a finish reason, and the reason unless it looks like a number. */
  static String described(FinishWord finish) {
    return finish.meaning() + " " + described(finish.word());
  }

  static String describe(Object... parts) {
    return Arrays.toString(parts);
  }

  private static String word(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? node.textValue().strip() : null;
  }

  private static long tokens(JsonNode node) {
    // A tree keeps the value of a number, but not its notation.
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
    return text + "/" + (refusal == null || refusal.isBlank() ? refused : refusal) + calls(message);
  }

  private static List<String> calls(JsonNode message) {
    JsonNode tools = message.path("tool_calls");
    List<String> calls = new ArrayList<>();
    for (JsonNode call : tools.isArray() ? tools : JSON.createArrayNode()) {
      String name = word(call.path("function").path("name"));
      if (name != null) {
        calls.add(name + call.path("function").path("arguments").asText("{}"));
      }
    }
    String older = word(message.path("function_call").path("name"));
    if (older != null && (!tools.isContainerNode() || tools.isEmpty())) {
      calls.add(older + message.path("function_call").path("arguments").asText("{}"));
    }
    return calls;
  }

  private static String finish(JsonNode finish) {
    if (finish.isContainerNode()) {
      return finish.isArray() ? "array" : "object";
    }
    return finish.isNull() || finish.isMissingNode() || finish.asText().isBlank()
        ? ""
        : finish.isNumber() ? "number" : described(finish.asText().strip());
  }

  /** Returns a reason, unless it looks like a number, whose notation a tree has lost. */
  private static String described(String word) {
    return word.matches("[-+.\\d].*|NaN") ? "number" : word;
  }

  /** Tells whether an error reports a failure, or has nothing that is understood. */
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

  /** Tells whether the value in a field of an error is understood, and reports a failure. */
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
