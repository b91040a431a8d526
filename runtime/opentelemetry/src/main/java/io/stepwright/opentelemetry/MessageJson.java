package io.stepwright.opentelemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelRequest.Rejected;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Messages as the JSON that the conventions prescribe for attributes of spans. */
final class MessageJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private MessageJson() {}

  /** Returns the messages to the model, without the system message. */
  static String input(ModelContent content) {
    return array(
        json -> {
          message(json, "user", content.prompt(), null);
          Rejected rejected = content.rejected();
          if (rejected != null) {
            message(json, "assistant", rejected.answer(), null);
            message(json, "user", rejected.complaint(), null);
          }
        });
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
