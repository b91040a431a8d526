package io.stepwright.openai.request;

import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the schema of an answer into the system message, for servers that do not enforce it. It
 * stands before the author's instructions: it is the same for all requests of a step, whatever the
 * slots of the instructions hold, so that servers which remember beginnings of prompts find it.
 */
final class SchemaInstructions {

  private static final String TEXT =
      "Answer with one JSON value that conforms to this JSON Schema, and with nothing else: no"
          + " explanation, no Markdown.\n";

  private SchemaInstructions() {}

  /** Returns the conversation, with the schema in its first turn. */
  static List<Turn> before(List<Turn> turns, ModelRequest.Schema schema) {
    String text = TEXT + schema.json();
    List<Turn> told = new ArrayList<>(turns.size() + 1);
    boolean own = turns.get(0) instanceof Turn.Instructions author && !author.text().isBlank();
    told.add(new Turn.Instructions(own ? text + "\n\n" + turns.get(0).display() : text));
    boolean replaced = turns.get(0) instanceof Turn.Instructions;
    told.addAll(replaced ? turns.subList(1, turns.size()) : turns);
    return told;
  }
}
