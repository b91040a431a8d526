package io.stepwright.mcp;

import io.stepwright.runtime.ToolRefusal;
import io.stepwright.wiring.JsonDecoder;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.JsonWriter;
import io.stepwright.wiring.RefusedValueException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the results of tools. */
final class Results {

  private static final int LONGEST_REFUSAL = 2_000;

  private Results() {}

  /**
   * Reads a result: the structured content, or else the text, as it is or as JSON.
   *
   * @throws ToolRefusal if the tool reports an error
   * @throws McpCallException if the result has another form
   */
  static <T> T read(String server, String tool, JsonValue result, JsonDecoder<T> decoder) {
    try {
      JsonValue structured = result.optionalField("structuredContent", json -> json).orElse(null);
      String text = checked(result);
      if (structured == null && text == null) {
        throw wrong(server, tool, "it holds no text. Images, audio and links are not read", null);
      }
      return decode(structured, text, decoder);
    } catch (JsonMismatchException | RefusedValueException e) {
      throw wrong(server, tool, "it has another form than the method of the interface", e);
    }
  }

  /** Returns the text of a result; null if it has none. */
  private static @Nullable String checked(JsonValue result) {
    String text = text(result);
    if (result.optionalField("isError", JsonValue::asBoolean).orElse(false)) {
      throw new ToolRefusal(text == null ? "The tool reports an error." : bounded(text));
    }
    return text;
  }

  /**
   * Checks that a result reports no error.
   *
   * @throws ToolRefusal if it does
   */
  static void check(String server, String tool, JsonValue result) {
    try {
      checked(result);
    } catch (JsonMismatchException e) {
      throw wrong(server, tool, "it is none of the protocol", e);
    }
  }

  private static @Nullable String text(JsonValue result) {
    List<String> texts = new ArrayList<>();
    result
        .optionalField("content", content -> content.asList(block -> block))
        .ifPresent(
            blocks -> {
              for (JsonValue block : blocks) {
                if (block.field("type", JsonValue::asString).equals("text")) {
                  texts.add(block.field("text", JsonValue::asString));
                }
              }
            });
    return texts.isEmpty() ? null : String.join("\n", texts);
  }

  private static <T> T decode(
      @Nullable JsonValue structured, @Nullable String text, JsonDecoder<T> decoder) {
    RuntimeException mismatch = null;
    if (structured != null) {
      try {
        return structured.decode(decoder);
      } catch (JsonMismatchException | RefusedValueException e) {
        mismatch = e;
      }
    }
    if (text != null) {
      try {
        return JsonValue.parse(JsonWriter.write("text", text, JsonWriter::string)).decode(decoder);
      } catch (JsonMismatchException | RefusedValueException e) {
        // The decoder wants another type than a string.
        if (mismatch == null) {
          return JsonValue.parse(text).decode(decoder);
        }
      }
    }
    throw mismatch == null ? new IllegalStateException("There is neither.") : mismatch;
  }

  private static McpCallException wrong(
      String server, String tool, String problem, @Nullable RuntimeException cause) {
    String message =
        "The result of the tool '%s' of the MCP server '%s' cannot be used: %s. The tool has run."
            .formatted(tool, server, problem);
    return cause == null
        ? new McpCallException(message)
        : new McpCallException(message + " " + cause.getMessage(), cause);
  }

  static String bounded(String text) {
    return text.length() <= LONGEST_REFUSAL ? text : text.substring(0, LONGEST_REFUSAL) + "...";
  }
}
