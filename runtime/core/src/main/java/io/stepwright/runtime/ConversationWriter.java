package io.stepwright.runtime;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.stepwright.spi.Turn;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * Writes the turns of a conversation as JSON. A turn of another kind than a text needs a new
 * version, because readers of version 1 refuse members that they do not know.
 */
final class ConversationWriter {

  static final int VERSION = 1;
  static final int MOST_TURNS = 10_000;
  static final int MOST_CHARACTERS = 16 * 1024 * 1024;

  private static final JsonFactory FACTORY = new JsonFactory();

  private ConversationWriter() {}

  static String write(List<Turn> turns) {
    if (turns.size() > MOST_TURNS) {
      throw tooLong();
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeArrayFieldStart("turns");
      for (Turn turn : turns) {
        json.writeStartObject();
        json.writeStringField("role", turn.role());
        json.writeStringField("text", turn.display());
        json.writeEndObject();
        if (text.getBuffer().length() > MOST_CHARACTERS) {
          throw tooLong();
        }
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (text.getBuffer().length() > MOST_CHARACTERS) {
      throw tooLong();
    }
    return text.toString();
  }

  private static IllegalStateException tooLong() {
    return new IllegalStateException(
        String.format(
            Locale.ROOT,
            "The conversation is too long for JSON: it may have %d turns and %d characters of JSON. Keep its newest turns, with last(…) or within(…).",
            MOST_TURNS,
            MOST_CHARACTERS));
  }
}
