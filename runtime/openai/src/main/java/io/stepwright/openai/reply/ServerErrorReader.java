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
 * Reads what a server says went wrong, in any of the shapes that servers use: {@code error} as an
 * object or a string, an array of errors of which the first counts, {@code detail} as a string or
 * the list of FastAPI, {@code message} alone, and plain text. Of a body that is cut, what stands
 * before the cut.
 */
public final class ServerErrorReader {

  private static final int MOST_LEVELS = 6;
  private static final int LEAST_STATUS = 400;
  private static final int MOST_STATUS = 599;

  /** Fields that are read. */
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

  /** What says that there is no error. */
  private static final Set<String> FINE =
      Set.of(
          "", "0", "ok", "success", "succeeded", "none", "null", "no_error", "no error", "false");

  // By their fields, so that the order in which a server sends them is of no matter.
  private final Map<Field, String> codes = new EnumMap<>(Field.class);
  private int status = ServerError.NO_STATUS;
  private @Nullable String message;
  private @Nullable String place;
  // Kept before they are read: a body may be cut within them.
  private @Nullable ServerErrorReader error;
  private @Nullable ServerErrorReader details;
  private @Nullable ServerErrorReader telling;

  /** The fields that hold words for programs, the most telling first. */
  private enum Field {
    CODE,
    TYPE,
    STATUS,
    REASON
  }

  /** An error whose fields are to be read one by one. */
  ServerErrorReader() {}

  /**
   * Reads the body of an error, whatever it is.
   *
   * @param body its beginning; one that is no JSON counts as a text
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
      // Cut, or no JSON: what was read so far is all there is.
      if (reader.isEmpty()) {
        reader.message = text(body);
      }
    }
    return reader.error();
  }

  /** Reads the error that the parser stands at, in an answer; null if that says there is none. */
  static @Nullable ServerError within(JsonParser parser) throws IOException {
    ServerErrorReader reader = new ServerErrorReader();
    return reader.value(parser, 0) ? reader.error() : null;
  }

  /** Reads a field of what may be an answer or an error: what it says, or how programs tell it. */
  void field(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "message", "detail", "msg", "code", "type", "status" -> field(name, parser, 0);
      default -> parser.skipChildren();
    }
  }

  /** The error whose fields were read, or null if they say nothing to people. */
  @Nullable ServerError told() {
    return message() == null ? null : error();
  }

  /** Reads an error; false if there is nothing in it. */
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

  /** Some servers send an object with every answer: one that says that all is well is no error. */
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
        // Some servers put the list of FastAPI, or the whole error, where the text should be.
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

  /** This, or what another field has said before if this says nothing. */
  private ServerErrorReader or(@Nullable ServerErrorReader before) {
    return isEmpty() && before != null ? before : this;
  }

  /** A word or a number by which programs tell errors apart. */
  private void code(Field field, JsonParser parser) throws IOException {
    String word = Scalars.anyWord(parser);
    if (word != null && !number(word) && !isFine(word)) {
      codes.put(field, KnownCodes.shown(word));
    }
  }

  private static boolean isFine(String word) {
    return FINE.contains(word.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether a word is a status of HTTP; notes it if it is that of an error. */
  private boolean number(String word) {
    if (word.length() == 3 && word.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = Integer.parseInt(word);
      status = number >= LEAST_STATUS && number <= MOST_STATUS ? number : status;
      return true;
    }
    return false;
  }

  /**
   * Where in the request something is wrong, as FastAPI says it: {@code body.messages.0}. Steps are
   * not cut, because a secret of which a part is missing would not be found in them.
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

  /** Plain text; a page of HTML tells nobody anything. */
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

  /** What was read: an error within counts more than what is around it. */
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
    // That there was another word tells something only if there is nothing else.
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
