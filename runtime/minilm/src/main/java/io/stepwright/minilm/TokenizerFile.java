package io.stepwright.minilm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a {@code tokenizer.json} the tokens that represent no piece of a text: the unknown
 * token, and the marks of beginnings, ends and gaps.
 */
final class TokenizerFile {

  private final byte[] content;
  private final Set<Long> special = new HashSet<>();
  private @Nullable String unknown;

  private TokenizerFile(byte[] content) {
    this.content = content;
  }

  /**
   * Returns the numbers of these tokens.
   *
   * @throws IOException if the file is not JSON
   */
  static Set<Long> special(byte[] content) throws IOException {
    TokenizerFile file = new TokenizerFile(content);
    file.readTokens();
    if (file.unknown != null) {
      file.readVocabulary(file.unknown);
    }
    return Set.copyOf(file.special);
  }

  private void readTokens() throws IOException {
    try (JsonParser json = new JsonFactory().createParser(content)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals("added_tokens") && value == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            readAdded(json);
          }
        } else if (name.equals("model") && value == JsonToken.START_OBJECT) {
          readModel(json);
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private void readAdded(JsonParser json) throws IOException {
    long id = -1;
    boolean isSpecial = false;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      if (name.equals("id") && value == JsonToken.VALUE_NUMBER_INT) {
        id = json.getLongValue();
      } else if (name.equals("special")) {
        isSpecial = value == JsonToken.VALUE_TRUE;
      } else {
        json.skipChildren();
      }
    }
    if (isSpecial) {
      special.add(id);
    }
  }

  private void readModel(JsonParser json) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      if (name.equals("unk_id") && value == JsonToken.VALUE_NUMBER_INT) {
        special.add(json.getLongValue());
      } else if (name.equals("unk_token") && value == JsonToken.VALUE_STRING) {
        unknown = json.getText();
      } else {
        json.skipChildren();
      }
    }
  }

  /** Reads the number of a token from the vocabulary, if that is an object. */
  private void readVocabulary(String token) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(content)) {
      for (JsonToken next = json.nextToken(); next != null; next = json.nextToken()) {
        if (next == JsonToken.FIELD_NAME && token.equals(json.currentName())) {
          if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            special.add(json.getLongValue());
            return;
          }
        }
      }
    }
  }
}
