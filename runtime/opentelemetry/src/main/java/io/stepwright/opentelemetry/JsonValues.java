package io.stepwright.opentelemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringWriter;

/** Writes texts that should be JSON, and of which none is to be trusted. */
final class JsonValues {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonValues() {}

  /** Writes a text as the value that it is; as a string if it is not one JSON value. */
  static void write(JsonGenerator json, String text) throws IOException {
    StringWriter copy = new StringWriter();
    try (JsonParser parser = FACTORY.createParser(text);
        JsonGenerator copier = FACTORY.createGenerator(copy)) {
      if (parser.nextToken() == null) {
        json.writeString(text);
        return;
      }
      copier.copyCurrentStructure(parser);
      if (parser.nextToken() != null) {
        json.writeString(text);
        return;
      }
    } catch (JsonProcessingException e) {
      json.writeString(text);
      return;
    }
    json.writeRawValue(copy.toString());
  }
}
