package io.stepwright.redis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stepwright.spi.CacheEntry;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one entry. Not thread-safe; made for one entry. */
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

  private EntryReader() {}

  /**
   * The entry that was kept for a partition and an id.
   *
   * @return null if the bytes are something else: damaged, of another version, or another entry's
   */
  static @Nullable CacheEntry read(byte[] bytes, String partition, String id) {
    EntryReader reader = new EntryReader();
    try (JsonParser json = EntryCodec.JSON.createParser(bytes)) {
      reader.object(json);
    } catch (IOException | IllegalArgumentException e) {
      return null; // Its message would quote the entry; who asks removes it.
    }
    CacheEntry entry = reader.version == EntryCodec.VERSION ? reader.entry() : null;
    return entry != null && entry.partition().equals(partition) && entry.id().equals(id)
        ? entry
        : null;
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
      default -> throw new IllegalArgumentException("unknown field");
    }
  }

  private static String string(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException("not a string");
    }
    return json.getText();
  }

  private @Nullable CacheEntry entry() {
    if (step == null
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
