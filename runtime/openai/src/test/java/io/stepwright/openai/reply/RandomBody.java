package io.stepwright.openai.reply;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes bodies that resemble chat completions: any field may have any type, be missing, or occur
 * twice.
 */
final class RandomBody {

  private static final String[] WORDS = {
    "stop", "STOP", "length", "Max_Tokens", "SAFETY", "error", "abort", "end_turn", "what", "", " "
  };

  private static final String[] SIGNS = {
    "finish_reason",
    "incomplete_details",
    "finish_details",
    "native_finish_reason",
    "stop_reason",
    "finishReason",
    "stopReason",
    "done_reason",
    "status",
    "states"
  };

  private final Random random;

  RandomBody(Random random) {
    this.random = random;
  }

  String text() {
    String body =
        object(
            field("id", () -> string("chat-1")),
            field("model", () -> string("gpt")),
            field("usage", this::usage),
            field("choices", this::choices),
            rarely("error", this::error),
            rarely("errors", () -> "[" + error() + "]"),
            sign(),
            rarely("junk", () -> any(0)));
    return chance(15) ? damaged(body) : chance(5) ? body + any(0) : body;
  }

  private interface Value {
    String write();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  private List<String> field(String name, Value value) {
    List<String> fields = new ArrayList<>();
    int times = chance(8) ? 0 : chance(8) ? 2 : 1;
    for (int i = 0; i < times; i++) {
      fields.add("\"" + name + "\":" + (chance(90) ? value.write() : any(0)));
    }
    return fields;
  }

  private List<String> rarely(String name, Value value) {
    return chance(15) ? field(name, value) : List.of();
  }

  @SafeVarargs
  private String object(List<String>... fields) {
    List<String> all = new ArrayList<>();
    for (List<String> some : fields) {
      for (String field : some) {
        all.add(random.nextInt(all.size() + 1), field);
      }
    }
    return "{" + String.join(one(",", " , ", ",\n"), all) + "}";
  }

  private String usage() {
    return object(field("prompt_tokens", this::number), field("completion_tokens", this::number));
  }

  private String choices() {
    List<String> choices = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      choices.add(
          chance(95)
              ? object(
                  field("message", this::message),
                  field("finish_reason", () -> string(one(WORDS))),
                  rarely("error", this::error),
                  sign(),
                  rarely("logprobs", () -> any(0)))
              : any(0));
    }
    return "[" + String.join(",", choices) + "]";
  }

  private String calls() {
    return one(
        "[]",
        "[{}]",
        "{\"id\":1}",
        "\"none\"",
        "[7,{\"function\":{\"name\":\" look\",\"arguments\":\"{ \"}}]",
        "[{\"id\":\"1\",\"function\":{\"name\":\"a\"}},{\"function\":[1]}]");
  }

  private String message() {
    return object(
        field("content", this::content),
        rarely("refusal", () -> string("No.")),
        rarely("tool_calls", this::calls),
        rarely(
            "function_call",
            () ->
                one(
                    "{}",
                    "{\"name\":\"\"}",
                    "{\"name\":\"look\"}",
                    "{\"name\":\"l\",\"arguments\":\"{}\"}")),
        chance(30) ? rarely("error", this::error) : List.of(),
        sign(),
        rarely("reasoning_content", () -> any(0)));
  }

  /** Returns fields beside the finish reason that may tell why the model stopped. */
  private List<String> sign() {
    return rarely(
        one(SIGNS),
        () ->
            chance(70)
                ? string(one(WORDS))
                : "{\"" + one("reason", "type", "x") + "\":" + string(one(WORDS)) + "}");
  }

  private String error() {
    return chance(40)
        ? any(0)
        : object(
            once("code", () -> one("0", "200", "429", "-1", "null", "\"ok\"", "\"x\"", "true")),
            once("message", () -> one("\"\"", "\"success\"", "\"No.\"", "null", any(0))),
            once("details", () -> any(0)),
            once("request", () -> any(0)));
  }

  private List<String> once(String name, Value value) {
    return chance(50) ? List.of("\"" + name + "\":" + value.write()) : List.of();
  }

  private String content() {
    if (chance(70)) {
      return string("Grüße 😀");
    }
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(
          chance(80)
              ? object(
                  field(
                      "type",
                      () ->
                          string(
                              one("text", "thinking", "output_text", "refusal", "md", "tool_use"))),
                  field("text", () -> string("part" + random.nextInt(9))),
                  rarely("refusal", () -> string("Never.")),
                  rarely("content", () -> one("\"\"", "\"more\"", "[]", "[1]")),
                  rarely("value", () -> any(0)),
                  rarely("thinking", () -> any(0)))
              : any(0));
    }
    return "[" + String.join(",", parts) + "]";
  }

  private static String string(String text) {
    return "\"" + text + "\"";
  }

  private String number() {
    return one(
        "0",
        "12",
        "3000000.0",
        "3e6",
        "1000000000",
        "1000000001",
        "-1",
        "-3000000",
        "0.5",
        "1e400",
        "NaN",
        "-Infinity",
        "9223372036854775807",
        "9".repeat(500),
        "\"7\"");
  }

  private String any(int depth) {
    return switch (random.nextInt(depth > 3 ? 6 : 8)) {
      case 0 -> "null";
      case 1 -> one("true", "false");
      case 2 -> number();
      case 3 -> one("\"\"", "\" \"", "\"a\\nb\"", "\"\\ud83d\\ude00\"");
      case 4 -> one("{}", "[]");
      case 5 -> deep(chance(10) ? 1_500 : 9);
      case 6 -> "[" + any(depth + 1) + "," + any(depth + 1) + "]";
      default -> "{\"" + one("code", "message", "x", "text") + "\":" + any(depth + 1) + "}";
    };
  }

  private static String deep(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private String damaged(String text) {
    StringBuilder damaged = new StringBuilder(text);
    int at = random.nextInt(damaged.length());
    switch (random.nextInt(3)) {
      case 0 -> damaged.setLength(at);
      case 1 -> damaged.insert(at, one("{", "}", "[", "]", ",", ":", "\"", "\\", "x", "\u0000"));
      default -> damaged.deleteCharAt(at);
    }
    // Half of a surrogate pair cannot be sent.
    return new String(damaged.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
