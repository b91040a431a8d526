package io.stepwright.redis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stepwright.spi.cache.CacheEntry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Parses one entry. For one thread and one entry. */
final class EntryReader {

  private long version;
  private @Nullable String step;
  private @Nullable String partition;
  private @Nullable String id;
  private @Nullable String text;
  private float @Nullable [] vector;
  private @Nullable String answer;
  private @Nullable Long created;
  private @Nullable Long expires;
  private @Nullable Long inputTokens;
  private @Nullable Long outputTokens;
  private byte @Nullable [] signature;

  private EntryReader() {}

  /** Parses bytes. Returns null if they are not JSON in our format. */
  static @Nullable EntryReader read(byte[] bytes) {
    EntryReader reader = new EntryReader();
    try (JsonParser json = EntryCodec.JSON.createParser(bytes)) {
      reader.object(json);
      return reader;
    } catch (IOException | IllegalArgumentException e) {
      return null; // Not logged, as the message would quote the entry; the caller removes it.
    }
  }

  /** Returns the signature, or null if there is none. */
  byte @Nullable [] signature() {
    return signature;
  }

  private void object(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("not an object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      field(name, json);
    }
    if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
      throw new IllegalArgumentException("not one object");
    }
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "version" -> version = json.getLongValue();
      case "step" -> step = string(json);
      case "partition" -> partition = string(json);
      case "id" -> id = string(json);
      case "text" -> text = string(json);
      case "vector" -> vector = VectorBytes.parse(json.getBinaryValue());
      case "answer" -> answer = string(json);
      case "created" -> created = json.getLongValue();
      case "expires" -> expires = json.getLongValue();
      case "inputTokens" -> inputTokens = json.getLongValue();
      case "outputTokens" -> outputTokens = json.getLongValue();
      case "signature" -> signature = json.getBinaryValue();
      default -> throw new IllegalArgumentException("unknown field");
    }
  }

  private static String string(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException("not a string");
    }
    return json.getText();
  }

  /** Returns the entry, or null if a field is missing or the version is another one. */
  @Nullable CacheEntry entry() {
    if (version != EntryCodec.VERSION
        || step == null
        || partition == null
        || id == null
        || answer == null
        || created == null
        || expires == null
        || inputTokens == null
        || outputTokens == null) {
      return null;
    }
    return new CacheEntry(
        step, partition, id, text, vector, answer, created, expires, inputTokens, outputTokens);
  }
}
