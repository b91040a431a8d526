package io.stepwright.openai.request;

import io.stepwright.spi.Part;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the messages of a conversation. Servers refuse an empty message, and many models refuse
 * two user messages in a row: messages to the model between which the model said nothing become
 * one. For one request.
 */
final class MessagesWriter {

  private static final Part SEPARATOR = new Part.Text("\n\n");

  private final JsonOut out;
  // The parts of the message to the model that is not written yet.
  private final List<Part> pending = new ArrayList<>(1);
  private boolean answerable;

  private MessagesWriter(JsonOut out) {
    this.out = out;
  }

  static void write(JsonOut out, List<Turn> turns) {
    out.beginArray();
    MessagesWriter writer = new MessagesWriter(out);
    for (Turn turn : turns) {
      writer.turn(turn);
    }
    writer.user();
    if (!writer.answerable) {
      // The prompt is empty. The model is asked all the same.
      out.beginObject().name("role").string("user").name("content").string("").endObject();
    }
    out.endArray();
  }

  private void turn(Turn turn) {
    if (turn instanceof Turn.User user) {
      add(user);
    } else if (turn instanceof Turn.Instructions system && !system.text().isBlank()) {
      user();
      // Not "developer": only OpenAI's own servers know that role, and they accept this one too.
      message("system").string(system.text()).endObject();
    } else if (turn instanceof Turn.Model model && !isSilent(model)) {
      user();
      model(model);
    } else if (turn instanceof Turn.ToolResult result) {
      user();
      out.beginObject().name("role").string("tool").name("tool_call_id").string(result.callId());
      out.name("content").string(result.text()).endObject();
      answerable = true;
    }
  }

  private static boolean isSilent(Turn.Model model) {
    return model.text().isBlank() && model.calls().isEmpty();
  }

  private void add(Turn.User user) {
    boolean first = true;
    for (Part part : user.parts()) {
      if (part instanceof Part.Text text && text.text().isEmpty()) {
        continue;
      }
      if (first && !pending.isEmpty()) {
        pending.add(SEPARATOR);
      }
      first = false;
      pending.add(part);
    }
  }

  /** Writes the message to the model, if there is one. */
  private void user() {
    if (!pending.isEmpty()) {
      PartsWriter.write(message("user"), pending);
      out.endObject();
      pending.clear();
      answerable = true;
    }
  }

  private void model(Turn.Model model) {
    message("assistant");
    if (model.text().isBlank()) {
      out.raw("null");
    } else {
      out.string(model.text());
    }
    if (!model.calls().isEmpty()) {
      out.name("tool_calls").beginArray();
      for (ToolCall call : model.calls()) {
        out.beginObject().name("id").string(call.id()).name("type").string("function");
        out.name("function").beginObject().name("name").string(call.name());
        out.name("arguments").string(call.arguments()).endObject().endObject();
      }
      out.endArray();
    }
    out.endObject();
    answerable = false;
  }

  /** Begins a message, up to its content. */
  private JsonOut message(String role) {
    return out.beginObject().name("role").string(role).name("content");
  }
}
