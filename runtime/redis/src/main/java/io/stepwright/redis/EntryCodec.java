package io.stepwright.redis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.stepwright.spi.CacheEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes entries as JSON; {@link EntryReader} reads them. */
final class EntryCodec {

  /** Goes up when an older reader would misread what is written. */
  static final int VERSION = 1;

  static final JsonFactory JSON = new JsonFactory();

  private EntryCodec() {}

  static byte[] write(CacheEntry entry) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), !isUnicode(entry));
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeStringField("step", entry.step());
      json.writeStringField("partition", entry.partition());
      json.writeStringField("id", entry.id());
      if (entry.text() != null) {
        json.writeStringField("text", entry.text());
      }
      if (entry.vector() != null) {
        json.writeBinaryField("vector", VectorBytes.of(entry.vector()));
      }
      json.writeStringField("answer", entry.answer());
      json.writeNumberField("created", entry.createdMillis());
      json.writeNumberField("expires", entry.expiresMillis());
      json.writeNumberField("inputTokens", entry.inputTokens());
      json.writeNumberField("outputTokens", entry.outputTokens());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Nothing is written to but memory.
    }
    return out.toByteArray();
  }

  /** Half a surrogate pair has no bytes in UTF-8: it can only be kept as an escape. */
  private static boolean isUnicode(CacheEntry entry) {
    return isUnicode(entry.step())
        && isUnicode(entry.answer())
        && (entry.text() == null || isUnicode(entry.text()));
  }

  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
