package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls of tools. A call without a name is skipped. A call without an identifier, or with
 * that of another call, gets one by its position: identifiers only connect calls with their
 * results.
 */
final class CallsReader {

  /** The maximum number of calls that are read; further ones are skipped. */
  static final int MOST = 128;

  private static final String NO_ARGUMENTS = "{}";

  private final List<Call> calls = new ArrayList<>(1);
  private boolean any;

  private CallsReader() {}

  /** Makes the result for a message without calls. */
  static CallsReader none() {
    return new CallsReader();
  }

  /** Reads the value of {@code tool_calls}: an array. */
  static CallsReader array(JsonParser parser) throws IOException {
    CallsReader reader = new CallsReader();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      reader.any = parser.currentToken().isStructStart() && Scalars.isFull(parser);
      return reader;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      reader.any = true;
      if (parser.currentToken() == JsonToken.START_OBJECT && reader.calls.size() < MOST) {
        new Fields().read(parser).addTo(reader.calls);
      } else {
        parser.skipChildren();
      }
    }
    return reader;
  }

  /**
   * Reads the value of the older {@code function_call}: one call without an identifier. Some
   * servers send one without a name if no function is called.
   */
  static CallsReader function(JsonParser parser) throws IOException {
    CallsReader reader = new CallsReader();
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      new Fields().read(parser).addTo(reader.calls);
      reader.any = !reader.calls.isEmpty();
    } else {
      parser.skipChildren();
    }
    return reader;
  }

  /** Tells whether there were calls, even if they could not be read. */
  boolean any() {
    return any;
  }

  /** Returns the calls that were read. */
  List<Call> calls() {
    return calls;
  }

  /** The fields of one call. */
  private static final class Fields {

    private @Nullable String id;
    private @Nullable String name;
    private @Nullable String arguments;

    /** Reads an object: a call, or the function that it names. */
    Fields read(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "id" -> id = Scalars.word(parser);
          case "name" -> name = Scalars.word(parser);
          case "arguments" -> arguments = arguments(parser);
          case "function" -> {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
              function(parser);
            } else {
              parser.skipChildren();
            }
          }
          default -> parser.skipChildren();
        }
      }
      return this;
    }

    private void function(JsonParser parser) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        parser.nextToken();
        switch (field) {
          case "name" -> name = Scalars.word(parser);
          case "arguments" -> arguments = arguments(parser);
          default -> parser.skipChildren();
        }
      }
    }

    void addTo(List<Call> calls) {
      if (name != null) {
        String known = id;
        boolean taken = known == null || calls.stream().anyMatch(call -> call.id().equals(known));
        calls.add(
            new Call(
                known == null || taken ? "call_" + calls.size() : known,
                name,
                arguments == null ? NO_ARGUMENTS : arguments));
      }
    }
  }

  /** Returns the arguments: a string, or an object, which some servers send in its place. */
  private static @Nullable String arguments(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return Scalars.string(parser);
    }
    return ObjectText.of(parser);
  }
}
