package io.stepwright.redis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.stepwright.spi.cache.CacheEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Converts entries to JSON, signed if there is a secret. {@link EntryReader} parses the bytes, and
 * this class validates the result. Thread-safe.
 */
final class EntryCodec {

  /** Incremented when an older reader would misread the format. */
  static final int VERSION = 1;

  /** The maximum size of an entry in bytes. */
  static final int LONGEST = (4 << 20) + (64 << 10);

  /**
   * The maximum size of an entry that is found by meaning, in bytes: several of those are read at
   * once.
   */
  static final int LONGEST_NEAR = 512 << 10;

  static final JsonFactory JSON = new JsonFactory();

  private final @Nullable EntrySigner signer;
  private final UnsignedEntries unsigned;

  /**
   * Makes the codec of one server.
   *
   * @param signer null if entries are not signed
   */
  EntryCodec(@Nullable EntrySigner signer, UnsignedEntries unsigned) {
    this.signer = signer;
    this.unsigned = unsigned;
  }

  byte[] write(CacheEntry entry) {
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
      if (signer != null) {
        json.writeBinaryField("signature", signer.sign(entry));
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Only memory is written to.
    }
    return out.toByteArray();
  }

  /**
   * Reads the entry of a partition and an id.
   *
   * @return null if the bytes are no such entry: damaged, of another version, another entry's,
   *     without a valid signature, or with implausible numbers
   */
  @Nullable CacheEntry read(byte[] bytes, String partition, String id) {
    EntryReader reader = EntryReader.read(bytes);
    if (reader == null) {
      return null;
    }
    CacheEntry entry = reader.entry();
    if (entry == null || !entry.partition().equals(partition) || !entry.id().equals(id)) {
      return null;
    }
    if (signer != null && !signer.isValid(entry, reader.signature())) {
      unsigned.found();
      return null;
    }
    return entry.isPlausible(System.currentTimeMillis()) ? entry : null;
  }

  /**
   * Tells whether a text has no lone surrogate, which UTF-8 cannot represent: it is written as an
   * escape.
   */
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
