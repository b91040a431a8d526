package io.stepwright.opentelemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolSpec;
import io.stepwright.spi.Turn;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as the JSON that the conventions prescribe for attributes of spans. */
final class MessageJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private MessageJson() {}

  /** Returns the conversation, without the system message. */
  static String input(ModelContent content) {
    return array(
        json -> {
          for (Turn turn : content.turns()) {
            message(json, turn);
          }
        });
  }

  private static void message(JsonGenerator json, Turn turn) throws IOException {
    if (turn instanceof Turn.User user) {
      message(json, "user", user.display(), List.of(), null);
    } else if (turn instanceof Turn.Model model) {
      message(json, "assistant", model.text(), model.calls(), null);
    } else if (turn instanceof Turn.ToolResult result) {
      json.writeStartObject();
      json.writeStringField("role", "tool");
      json.writeArrayFieldStart("parts");
      json.writeStartObject();
      json.writeStringField("type", "tool_call_response");
      json.writeStringField("id", result.callId());
      json.writeFieldName("response");
      JsonValues.write(json, result.text());
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** Returns the answer of the model, with the tools that it calls. */
  static String output(String answer, List<ToolCall> calls, String finish) {
    return array(json -> message(json, "assistant", answer, calls, finish));
  }

  /** Returns the definitions of tools. */
  static String tools(List<ToolSpec> tools) {
    return array(
        json -> {
          for (ToolSpec tool : tools) {
            json.writeStartObject();
            json.writeStringField("type", ConventionNames.FUNCTION);
            json.writeStringField("name", tool.name());
            json.writeStringField("description", tool.description());
            json.writeFieldName("parameters");
            JsonValues.write(json, tool.parameters());
            json.writeEndObject();
          }
        });
  }

  /** Returns the system message. */
  static String system(String text) {
    return array(json -> part(json, text));
  }

  private static void message(
      JsonGenerator json, String role, String text, List<ToolCall> calls, @Nullable String finish)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("role", role);
    json.writeArrayFieldStart("parts");
    if (!text.isEmpty() || calls.isEmpty()) {
      part(json, text);
    }
    for (ToolCall call : calls) {
      json.writeStartObject();
      json.writeStringField("type", "tool_call");
      json.writeStringField("id", call.id());
      json.writeStringField("name", call.name());
      json.writeFieldName("arguments");
      JsonValues.write(json, call.arguments());
      json.writeEndObject();
    }
    json.writeEndArray();
    if (finish != null) {
      json.writeStringField("finish_reason", finish);
    }
    json.writeEndObject();
  }

  private static void part(JsonGenerator json, String text) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "text");
    json.writeStringField("content", text);
    json.writeEndObject();
  }

  private interface Elements {
    void write(JsonGenerator json) throws IOException;
  }

  private static String array(Elements elements) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartArray();
      elements.write(json);
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
