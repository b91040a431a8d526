package io.stepwright.wiring;

import io.stepwright.spi.MediaContent;
import io.stepwright.spi.Part;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;

/**
 * Turns and parts as texts that are equal only if the turns and parts are. Each text has a form,
 * which tells turns of different kinds apart, so that no text of a turn can look like another turn.
 */
final class TurnText {

  private TurnText() {}

  /** Receives the texts in their order. */
  interface Texts {
    Object add(String path, String form, String text);
  }

  /** Adds the texts of a turn. */
  static void add(String path, Turn turn, Texts texts) {
    if (turn instanceof Turn.Instructions instructions) {
      texts.add(path, "instructions", instructions.text());
    } else if (turn instanceof Turn.User user) {
      texts.add(path, "user", "");
      user.parts().forEach(part -> add(path, part, texts));
    } else if (turn instanceof Turn.Model model) {
      texts.add(path, "model", model.text());
      model.calls().forEach(call -> add(path, call, texts));
    } else if (turn instanceof Turn.ToolResult result) {
      texts.add(path, result.failed() ? "failed result of" : "result of", result.callId());
      texts.add(path, "result", result.text());
    }
  }

  /** Adds the texts of a part. */
  static void add(String path, Part part, Texts texts) {
    if (part instanceof Part.Text text) {
      texts.add(path, "part", text.text());
    } else if (part instanceof Part.Image image) {
      add(path, "image", image.content(), texts);
    } else if (part instanceof Part.Pdf pdf) {
      add(path, "pdf", pdf.content(), texts);
    } else if (part instanceof Part.Audio audio) {
      add(path, "audio", audio.content(), texts);
    }
  }

  private static void add(String path, String form, MediaContent content, Texts texts) {
    String name = content.name();
    texts.add(path, form, content.mediaType());
    texts.add(path, "name", name == null ? "" : name);
    texts.add(path, "sha256", content.sha256());
  }

  private static void add(String path, ToolCall call, Texts texts) {
    texts.add(path, "call", call.id());
    texts.add(path, "tool", call.name());
    texts.add(path, "arguments", call.arguments());
  }
}
