package io.stepwright.openai;

import com.openai.core.JsonObject;
import com.openai.core.JsonString;
import com.openai.errors.OpenAIServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words by which a server names an error to programs: the {@code code} and {@code type} of its
 * body, if they look like identifiers. The {@code message}, which may quote the prompt or the key,
 * is not read.
 *
 * @param words at most two
 */
record ErrorToken(List<String> words) {

  private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{1,63}");

  static ErrorToken of(OpenAIServiceException answered, @Nullable String apiKey) {
    if (!(answered.body() instanceof JsonObject body)) {
      return new ErrorToken(List.of());
    }
    List<String> words = new ArrayList<>();
    for (String field : List.of("code", "type")) {
      if (body.values().get(field) instanceof JsonString value
          && IDENTIFIER.matcher(value.value()).matches()
          && (apiKey == null || !value.value().contains(apiKey))
          && !words.contains(value.value())) {
        words.add(value.value());
      }
    }
    return new ErrorToken(List.copyOf(words));
  }

  boolean is(String word) {
    return words.contains(word);
  }

  /** For messages: {@code (429, rate_limit_exceeded)}. */
  String with(int status) {
    return words.isEmpty()
        ? "(" + status + ")"
        : "(" + status + ", " + String.join(", ", words) + ")";
  }
}
