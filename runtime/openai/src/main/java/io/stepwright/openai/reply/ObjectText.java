package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;

/** Writes the value at a parser as JSON. Numbers are copied as they are, never converted. */
final class ObjectText {

  private static final JsonFactory JSON = new JsonFactory();

  private ObjectText() {}

  /** Returns the text of the object or array at the parser, which is left at its end. */
  static String of(JsonParser parser) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      int depth = 0;
      do {
        switch (parser.currentToken()) {
          case START_OBJECT -> out.writeStartObject();
          case END_OBJECT -> out.writeEndObject();
          case START_ARRAY -> out.writeStartArray();
          case END_ARRAY -> out.writeEndArray();
          case FIELD_NAME -> out.writeFieldName(parser.currentName());
          case VALUE_STRING ->
              out.writeString(
                  parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
          case VALUE_NULL -> out.writeNull();
          case VALUE_TRUE, VALUE_FALSE -> out.writeBoolean(parser.getBooleanValue());
          default -> out.writeNumber(parser.getText());
        }
        depth +=
            parser.currentToken().isStructStart()
                ? 1
                : parser.currentToken().isStructEnd() ? -1 : 0;
      } while (depth > 0 && parser.nextToken() != null);
    }
    return text.toString();
  }
}
