package io.stepwright.wiring;

import io.stepwright.wiring.PromptText.Place;
import io.stepwright.wiring.PromptText.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits the text of a prompt at its slots. Not thread-safe. */
final class PromptSplitter {

  private final List<String> literals;
  private final List<Slot> slots;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final StringBuilder literal = new StringBuilder();

  private PromptSplitter(List<String> literals, List<Slot> slots) {
    this.literals = literals;
    this.slots = slots;
    for (Slot slot : slots) {
      indexes.put(slot.path(), slot.index());
    }
  }

  /** Returns a splitter for a new text. */
  static PromptSplitter begin() {
    return new PromptSplitter(new ArrayList<>(), new ArrayList<>());
  }

  /** Returns a splitter for text that continues a text that is already split. */
  static PromptSplitter after(List<String> literals, List<Slot> slots) {
    int last = literals.size() - 1;
    PromptSplitter splitter =
        new PromptSplitter(new ArrayList<>(literals.subList(0, last)), new ArrayList<>(slots));
    splitter.literal.append(literals.get(last));
    return splitter;
  }

  /** Ends the text. */
  PromptText end() {
    literals.add(literal.toString());
    return new PromptText(literals, slots);
  }

  /** Adds plain text. */
  PromptSplitter text(String text) {
    return split(text, false);
  }

  /** Adds JSON. */
  PromptSplitter json(String json) {
    return split(json, true);
  }

  private PromptSplitter split(String text, boolean json) {
    boolean inString = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int end = c == '{' ? slotEnd(text, at) : c == '\\' ? slotEnd(text, at + 1) : -1;
      if (end >= 0 && c == '\\') {
        literal.append(text, at + 1, end);
        at = end;
      } else if (end >= 0) {
        slot(text.substring(at + 2, end - 2), place(json, inString));
        at = end;
      } else if (json && inString && c == '\\' && at + 1 < text.length()) {
        literal.append(text, at, at + 2); // A JSON escape, which may be an escaped quote.
        at += 2;
      } else {
        inString ^= c == '"';
        literal.append(c);
        at++;
      }
    }
    return this;
  }

  private static Place place(boolean json, boolean inString) {
    return !json ? Place.TEXT : inString ? Place.JSON_STRING : Place.JSON_VALUE;
  }

  private void slot(String path, Place place) {
    literals.add(literal.toString());
    literal.setLength(0);
    Integer index = indexes.putIfAbsent(path, indexes.size());
    slots.add(new Slot(path, index == null ? indexes.size() - 1 : index, place));
  }

  /** Returns the end of the slot that begins at an index; -1 if no slot begins there. */
  private static int slotEnd(String text, int start) {
    if (!text.startsWith("{{", start)) {
      return -1;
    }
    int end = start + 2;
    while (end < text.length() && isOfPath(text.charAt(end))) {
      end++;
    }
    return end > start + 2 && text.startsWith("}}", end) ? end + 2 : -1;
  }

  private static boolean isOfPath(char c) {
    return c > ' ' && "{}:\"\\".indexOf(c) < 0 && !Character.isWhitespace(c);
  }
}
