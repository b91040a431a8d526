package io.stepwright.engine.tool;

import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the calls of one execution of a step. Models and servers write identifiers twice or not at
 * all, names of any form and arguments of any size; other servers refuse requests with such calls.
 * For one thread.
 */
final class ReceivedCalls {

  /** The maximum number of calls in one turn. */
  static final int MOST_CALLS = 64;

  /** The maximum length of the arguments of a call, in UTF-16 characters. */
  static final int MOST_CHARACTERS = 65_536;

  private static final int MOST_OF_ID = 128;
  private static final int MOST_OF_NAME = 64;

  private final StepTools tools;
  private final Set<String> ids = new HashSet<>();
  private int count;

  ReceivedCalls(StepTools tools) {
    this.tools = tools;
  }

  /** Reads the calls of a turn, in their order. */
  List<ReceivedCall> read(List<ToolCall> calls) {
    List<ReceivedCall> read = new ArrayList<>(calls.size());
    for (ToolCall call : calls) {
      read.add(read(call));
    }
    return read;
  }

  private ReceivedCall read(ToolCall call) {
    count++;
    ToolInfo tool = tools.find(call.name());
    JsonValue arguments = arguments(call.arguments());
    String text = arguments == null ? null : canonical(arguments);
    String sent = text == null || call.arguments().isBlank() ? "{}" : call.arguments();
    return new ReceivedCall(
        count,
        new ToolCall(id(call.id()), name(call.name()), sent),
        tool,
        text == null ? null : arguments,
        call.name() + text);
  }

  /** Returns the arguments, or null if they are not one JSON object within the limits. */
  private static @Nullable JsonValue arguments(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return null;
    }
    try {
      // Many servers leave the arguments of a tool without parameters empty.
      JsonValue value = JsonValue.parse(text.isBlank() ? "{}" : text);
      Set<String> unused = value.names();
      return value;
    } catch (JsonMismatchException e) {
      return null;
    }
  }

  private static @Nullable String canonical(JsonValue arguments) {
    try {
      return arguments.canonical();
    } catch (JsonMismatchException e) {
      return null;
    }
  }

  /** Returns an identifier that no other call of the dialogue has. */
  private String id(String id) {
    if (!id.isBlank() && id.length() <= MOST_OF_ID && ids.add(id)) {
      return id;
    }
    // Nine letters and digits, which every server accepts.
    String made;
    int number = count;
    do {
      made = String.format(Locale.ROOT, "call%05d", number++ % 100_000);
    } while (!ids.add(made));
    return made;
  }

  /** Returns a name that servers accept: the given one, or a cleaned form of it. */
  private static String name(String name) {
    StringBuilder clean = new StringBuilder(MOST_OF_NAME);
    for (int i = 0; i < Math.min(name.length(), MOST_OF_NAME); i++) {
      char c = name.charAt(i);
      boolean taken =
          c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
      clean.append(taken ? c : '_');
    }
    return clean.isEmpty() ? "_" : clean.toString();
  }
}
