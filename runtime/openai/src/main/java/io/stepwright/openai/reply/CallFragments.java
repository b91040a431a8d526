package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the calls of tools of a streamed answer. The first fragment of a call has its name; others
 * continue the arguments of the call at their index, or of the last one. For one thread.
 */
final class CallFragments {

  private final List<Joined> calls = new ArrayList<>(0);

  /** A call so far. */
  private static final class Joined {

    private final int index;
    private @Nullable String id;
    private @Nullable String name;
    private @Nullable StringBuilder arguments;

    Joined(int index) {
      this.index = index;
    }

    void add(CallFields fragment) {
      id = id == null ? fragment.id() : id;
      name = name == null ? fragment.name() : name;
      String more = fragment.arguments();
      if (more != null) {
        arguments = arguments == null ? new StringBuilder(more) : arguments.append(more);
      }
    }
  }

  /** Reads the value of {@code tool_calls}: an array of fragments. */
  CallsReader array(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return CallsReader.array(parser);
    }
    boolean any = false;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      any = true;
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        CallFields fragment = new CallFields().read(parser);
        Joined call = call(fragment);
        if (call != null) {
          call.add(fragment);
        }
      } else {
        parser.skipChildren();
      }
    }
    return CallsReader.elsewhere(any);
  }

  /** Returns the call that a fragment belongs to, or null if there are too many. */
  private @Nullable Joined call(CallFields fragment) {
    Joined last = calls.isEmpty() ? null : calls.get(calls.size() - 1);
    if (fragment.index() == CallFields.NO_INDEX) {
      if (last != null && fragment.name() == null) {
        return last;
      }
    } else {
      for (Joined call : calls) {
        if (call.index == fragment.index()) {
          return call;
        }
      }
    }
    if (calls.size() == CallsReader.MOST) {
      return null;
    }
    Joined added = new Joined(fragment.index());
    calls.add(added);
    return added;
  }

  /** Returns the calls that have a name. */
  List<Call> calls() {
    List<Call> joined = new ArrayList<>(calls.size());
    for (Joined call : calls) {
      CallFields.add(
          joined, call.id, call.name, call.arguments == null ? null : call.arguments.toString());
    }
    return joined;
  }
}
