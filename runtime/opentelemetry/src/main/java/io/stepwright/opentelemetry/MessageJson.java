package io.stepwright.opentelemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.Turn;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
      message(json, "user", user.display(), null);
    } else if (turn instanceof Turn.Model model) {
      message(json, "assistant", model.text(), null);
    } else if (turn instanceof Turn.ToolResult result) {
      message(json, "tool", result.text(), null);
    }
  }

  /** Returns the answer of the model. */
  static String output(String answer, String finish) {
    return array(json -> message(json, "assistant", answer, finish));
  }

  /** Returns the system message. */
  static String system(String text) {
    return array(json -> part(json, text));
  }

  private static void message(JsonGenerator json, String role, String text, @Nullable String finish)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("role", role);
    json.writeArrayFieldStart("parts");
    part(json, text);
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
