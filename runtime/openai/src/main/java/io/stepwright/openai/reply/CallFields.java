package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one call, or of a fragment of one. */
final class CallFields {

  /** A position that is not given. */
  static final int NO_INDEX = -1;

  private static final String NO_ARGUMENTS = "{}";

  private int index = NO_INDEX;
  private @Nullable String id;
  private @Nullable String name;
  private @Nullable String arguments;

  /** Reads the object at the parser. */
  CallFields read(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "id" -> id = Scalars.word(parser);
        case "index" -> index = index(parser);
        case "function" -> {
          if (parser.currentToken() == JsonToken.START_OBJECT) {
            function(parser);
          } else {
            parser.skipChildren();
          }
        }
        default -> ofFunction(field, parser);
      }
    }
    return this;
  }

  /** Returns the number at the parser, or {@link #NO_INDEX}. */
  static int index(JsonParser parser) throws IOException {
    long position = Scalars.tokens(parser);
    return position == Scalars.UNKNOWN ? NO_INDEX : (int) position;
  }

  private void function(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      ofFunction(field, parser);
    }
  }

  private void ofFunction(String field, JsonParser parser) throws IOException {
    switch (field) {
      case "name" -> name = Scalars.word(parser);
      case "arguments" -> arguments = arguments(parser);
      default -> parser.skipChildren();
    }
  }

  /** Returns the arguments: a string, or an object, which some servers send in its place. */
  private static @Nullable String arguments(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.START_OBJECT
        ? ObjectText.of(parser)
        : Scalars.string(parser);
  }

  /** Returns the position of the call, or {@link #NO_INDEX}. */
  int index() {
    return index;
  }

  /** Returns the identifier, or null. */
  @Nullable String id() {
    return id;
  }

  /** Returns the name, or null. */
  @Nullable String name() {
    return name;
  }

  /** Returns the arguments, or null. */
  @Nullable String arguments() {
    return arguments;
  }

  /** Adds the call, if it has a name. */
  void addTo(List<Call> calls) {
    add(calls, id, name, arguments);
  }

  /** Adds a call, if it has a name, with an identifier that no other call has. */
  static void add(
      List<Call> calls, @Nullable String id, @Nullable String name, @Nullable String arguments) {
    if (name == null) {
      return;
    }
    calls.add(new Call(unique(calls, id), name, arguments == null ? NO_ARGUMENTS : arguments));
  }

  /** Returns the identifier as it will be sent back, or another if it is missing or taken. */
  private static String unique(List<Call> calls, @Nullable String id) {
    String wanted = id == null ? null : wellFormed(id);
    for (int number = calls.size(); wanted == null || isTaken(calls, wanted); number++) {
      wanted = "call_" + number;
    }
    return wanted;
  }

  /** Replaces lone surrogates, so that two of them do not become the same later. */
  private static String wellFormed(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (Character.isSurrogate(id.charAt(i))) {
        return new String(id.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
      }
    }
    return id;
  }

  private static boolean isTaken(List<Call> calls, String id) {
    for (Call call : calls) {
      if (call.id().equals(id)) {
        return true;
      }
    }
    return false;
  }
}
