package io.stepwright.openai.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the calls of tools of the choice that is kept of a streamed answer: the first one. The
 * first fragment of a call has its name; others continue the arguments of the call at their index,
 * or of the last one. Fragments are only {@linkplain #take taken} when their choice is read, as its
 * index may come last. For one thread.
 */
final class CallFragments {

  private final List<Joined> calls = new ArrayList<>(0);
  private final Joined function = new Joined(CallFields.NO_INDEX);

  // The fragments of the choice that is being read.
  private final List<CallFields> read = new ArrayList<>(0);
  private @Nullable CallFields readFunction;

  private int choice = CallFields.NO_INDEX;
  private long characters;

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

    void addTo(List<Call> calls) {
      CallFields.add(calls, id, name, arguments == null ? null : arguments.toString());
    }
  }

  /** Reads the value of {@code tool_calls}: an array of fragments. */
  CallsReader array(JsonParser parser) throws IOException {
    read.clear();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      return CallsReader.array(parser);
    }
    boolean any = false;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      any = true;
      if (parser.currentToken() == JsonToken.START_OBJECT && read.size() < CallsReader.MOST) {
        read.add(new CallFields().read(parser));
      } else {
        parser.skipChildren();
      }
    }
    return CallsReader.elsewhere(any);
  }

  /** Reads the value of the older {@code function_call}: a fragment of the only call. */
  CallsReader function(JsonParser parser) throws IOException {
    readFunction = null;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return CallsReader.none();
    }
    CallFields fragment = new CallFields().read(parser);
    readFunction = fragment;
    return CallsReader.elsewhere(fragment.name() != null || function.name != null);
  }

  /**
   * Takes the fragments of a choice that is read, if it is the one that is kept.
   *
   * @param index the index of the choice, {@link CallFields#NO_INDEX} if it has none, in which case
   *     it is kept
   * @return false if it is another choice
   */
  boolean take(int index) {
    boolean kept = index == CallFields.NO_INDEX || choice == CallFields.NO_INDEX || index == choice;
    if (kept) {
      choice = index == CallFields.NO_INDEX ? choice : index;
      for (CallFields fragment : read) {
        add(call(fragment), fragment);
      }
      if (readFunction != null) {
        add(function, readFunction);
      }
    }
    read.clear();
    readFunction = null;
    return kept;
  }

  private void add(@Nullable Joined call, CallFields fragment) {
    if (call != null) {
      call.add(fragment);
      String more = fragment.arguments();
      characters += more == null ? 0 : more.length();
    }
  }

  /** Returns the number of characters of the arguments of all calls. */
  long characters() {
    return characters;
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
      call.addTo(joined);
    }
    if (calls.isEmpty()) {
      function.addTo(joined);
    }
    return joined;
  }
}
