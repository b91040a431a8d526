package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads errors in any of the forms that servers use: {@code error} as an object or a string, an
 * array of errors of which the first counts, {@code detail} as a string or the list of FastAPI,
 * {@code message} alone, and plain text. Of a truncated body, the part before the cut counts.
 */
public final class ServerErrorReader {

  private static final int MOST_LEVELS = 6;
  private static final int LEAST_STATUS = 400;
  private static final int MOST_STATUS = 599;

  /** The fields that are read. */
  private static final Set<String> KNOWN =
      Set.of(
          "error",
          "errors",
          "innererror",
          "details",
          "message",
          "detail",
          "msg",
          "code",
          "type",
          "error_type",
          "status",
          "reason");

  /** Values that mean "no error". */
  private static final Set<String> FINE =
      Set.of(
          "", "0", "ok", "success", "succeeded", "none", "null", "no_error", "no error", "false");

  // Keyed by field, so that the order in which a server sends them does not matter.
  private final Map<Field, String> codes = new EnumMap<>(Field.class);
  private int status = ServerError.NO_STATUS;
  private @Nullable String message;
  private @Nullable String place;
  // Assigned before they are read: a body may be cut within them.
  private @Nullable ServerErrorReader error;
  private @Nullable ServerErrorReader details;
  private @Nullable ServerErrorReader telling;

  /** The fields that hold error codes, in order of precedence. */
  private enum Field {
    CODE,
    TYPE,
    STATUS,
    REASON
  }

  /** Makes a reader whose fields are read one by one. */
  ServerErrorReader() {}

  /**
   * Reads the body of an error, of any form.
   *
   * @param body the beginning of the body; text that is not JSON counts as the message
   */
  public static ServerError read(byte[] body) {
    ServerErrorReader reader = new ServerErrorReader();
    try (JsonParser parser = LenientJson.parser(new ByteArrayInputStream(body))) {
      JsonToken first = parser.nextToken();
      if (first != null && first.isNumeric()) {
        // The beginning of a text, such as "404 page not found".
        reader.message = text(body);
      } else if (first != null) {
        reader.value(parser, 0);
      }
    } catch (IOException e) {
      // Truncated, or not JSON: the part that was read counts.
      if (reader.isEmpty()) {
        reader.message = text(body);
      }
    }
    return reader.error();
  }

  /**
   * Reads the error at the parser, within an answer. Returns null if the value means "no error".
   */
  static @Nullable ServerError within(JsonParser parser) throws IOException {
    ServerErrorReader reader = new ServerErrorReader();
    return reader.value(parser, 0) ? reader.error() : null;
  }

  /** Reads a field of an object that may be an answer or an error: a message or a code. */
  void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "message", "detail", "msg", "code", "type", "status" -> field(name, parser, 0);
      default -> parser.skipChildren();
    }
  }

  /** Returns the error whose fields were read, or null if they hold no message. */
  @Nullable ServerError told() {
    return message() == null ? null : error();
  }

  /** Reads an error. Returns false if the value means "no error". */
  private boolean value(JsonParser parser, int level) throws IOException {
    if (level == MOST_LEVELS) {
      parser.skipChildren();
      return true;
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, level);
      case START_ARRAY -> first(parser, level);
      case VALUE_STRING -> {
        message = parser.getText();
        yield !isFine(message);
      }
      case VALUE_NULL, VALUE_FALSE -> false;
      default -> {
        String word = Scalars.anyWord(parser);
        yield word != null && (number(word) ? status != ServerError.NO_STATUS : !isFine(word));
      }
    };
  }

  private boolean first(JsonParser parser, int level) throws IOException {
    boolean any = false;
    boolean isFirst = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      any |= isFirst && value(parser, level + 1);
      isFirst = false;
      parser.skipChildren();
    }
    return any;
  }

  /** Some servers send an error object with every answer: one that reports success is no error. */
  private boolean object(JsonParser parser, int level) throws IOException {
    boolean strange = false;
    boolean known = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      boolean any = parser.nextToken() != JsonToken.VALUE_NULL;
      boolean isKnown = KNOWN.contains(name);
      known |= any && isKnown;
      strange |= any && !isKnown;
      field(name, parser, level);
    }
    return known ? !isEmpty() : strange;
  }

  /** Reads the value of a field of an error. */
  private void field(String name, JsonParser parser, int level) throws IOException {
    switch (name) {
      case "error", "errors" -> {
        ServerErrorReader before = error;
        error = new ServerErrorReader();
        error.value(parser, level + 1);
        error = error.or(before);
      }
      case "innererror", "details" -> {
        ServerErrorReader before = details;
        details = new ServerErrorReader();
        details.value(parser, level + 1);
        details = details.or(before);
      }
      case "message", "detail", "msg" -> {
        // Some servers put the list of FastAPI, or the whole error, in place of the text.
        ServerErrorReader before = telling;
        telling = new ServerErrorReader();
        telling.value(parser, level + 1);
        telling = telling.or(before);
      }
      case "code" -> code(Field.CODE, parser);
      case "type", "error_type" -> code(Field.TYPE, parser);
      case "status" -> code(Field.STATUS, parser);
      case "reason" -> code(Field.REASON, parser);
      case "loc" -> place = place(parser);
      default -> parser.skipChildren();
    }
  }

  /** Returns this reader, or the previous field's reader if this one is empty. */
  private ServerErrorReader or(@Nullable ServerErrorReader before) {
    return isEmpty() && before != null ? before : this;
  }

  /** Reads an error code: a word or a number. */
  private void code(Field field, JsonParser parser) throws IOException {
    String word = Scalars.anyWord(parser);
    if (word != null && !number(word) && !isFine(word)) {
      codes.put(field, KnownCodes.shown(word));
    }
  }

  private static boolean isFine(String word) {
    return FINE.contains(word.strip().toLowerCase(Locale.ROOT));
  }

  /** Tells whether a word is an HTTP status, and records it if it is that of an error. */
  private boolean number(String word) {
    if (word.length() == 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = Integer.parseInt(word);
      status = number >= LEAST_STATUS && number <= MOST_STATUS ? number : status;
      return true;
    }
    return false;
  }

  /**
   * Returns the location of a problem in the request, as FastAPI reports it: {@code
   * body.messages.0}. Its segments are not truncated, because a truncated secret would not be found
   * in them.
   */
  private static @Nullable String place(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return null;
    }
    List<String> steps = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String step = Scalars.anyString(parser);
      if (step != null && steps.size() < MOST_LEVELS) {
        steps.add(step);
      }
    }
    return steps.isEmpty() ? null : String.join(".", steps);
  }

  /** Returns plain text; a page of HTML is no useful message. */
  private static @Nullable String text(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    return text.isEmpty() || "<{[".indexOf(text.charAt(0)) >= 0 ? null : text;
  }

  private boolean isEmpty() {
    return codes.isEmpty()
        && status == ServerError.NO_STATUS
        && (message == null || isFine(message))
        && (error == null || error.isEmpty())
        && (details == null || details.isEmpty())
        && (telling == null || telling.isEmpty());
  }

  /** Returns the error that was read: an inner error takes precedence over its container. */
  private ServerError error() {
    if (error != null && !error.isEmpty()) {
      ServerError within = error.error();
      return new ServerError(
          within.codes(),
          within.status() == ServerError.NO_STATUS ? status : within.status(),
          within.message() == null ? message() : within.message());
    }
    Set<String> words = new LinkedHashSet<>(codes.values());
    if (details != null) {
      words.addAll(details.error().codes());
    }
    // The placeholder tells something only if it is the only code.
    if (words.size() > 1) {
      words.remove(KnownCodes.OTHER);
    }
    return new ServerError(List.copyOf(words), status, message());
  }

  private @Nullable String message() {
    String told = message == null && telling != null ? telling.error().message() : message;
    return told == null || place == null ? told : place + ": " + told;
  }
}
