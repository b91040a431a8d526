package io.stepwright.mcp.lock;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes lock files, with escapes for characters that a reviewer would not see. */
final class LockText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private LockText() {}

  static String of(Lock lock) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      Separators separators =
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withObjectEmptySeparator("")
              .withArrayEmptySeparator("");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines));
      json.setCharacterEscapes(new Invisible());
      json.writeStartObject();
      json.writeStringField("server", lock.server());
      json.writeArrayFieldStart("tools");
      for (LockedTool tool : lock.tools()) {
        write(json, tool);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, LockedTool tool) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", tool.name());
    json.writeStringField("description", tool.description());
    schema(json, "inputSchema", tool.inputSchema());
    if (tool.outputSchema() != null) {
      schema(json, "outputSchema", tool.outputSchema());
    }
    json.writeBooleanField("readOnly", tool.readOnly());
    json.writeStringField("sha256", tool.sha256());
    json.writeEndObject();
  }

  private static void schema(JsonGenerator json, String name, String canonical) throws IOException {
    json.writeFieldName(name);
    try (JsonParser parser = FACTORY.createParser(canonical)) {
      while (parser.nextToken() != null) {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
          json.writeNumber(parser.getText()); // As it is written: a conversion might round it.
        } else {
          json.copyCurrentEvent(parser);
        }
      }
    }
  }

  /** Escapes characters that are not seen or change the order of others. */
  private static final class Invisible extends CharacterEscapes {

    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[0x7f] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      return Shown.isSeen(c) ? null : new SerializedString(Shown.escape((char) c));
    }
  }
}
