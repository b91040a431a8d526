package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads calls of tools. A call without a name is skipped. A call without an identifier, or with
 * that of another call, gets one by its position: identifiers only connect calls with their
 * results.
 */
final class CallsReader {

  /** The maximum number of calls that are read; further ones are skipped. */
  static final int MOST = 128;

  private final List<Call> calls = new ArrayList<>(1);
  private boolean any;

  private CallsReader() {}

  /** Makes the result for a message without calls. */
  static CallsReader none() {
    return new CallsReader();
  }

  /** Makes the result for a message whose calls are read elsewhere. */
  static CallsReader elsewhere(boolean any) {
    CallsReader reader = new CallsReader();
    reader.any = any;
    return reader;
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
        new CallFields().read(parser).addTo(reader.calls);
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
      new CallFields().read(parser).addTo(reader.calls);
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
}
