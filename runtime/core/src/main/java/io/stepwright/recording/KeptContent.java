package io.stepwright.recording;

import io.stepwright.spi.ModelContent;
import io.stepwright.spi.Part;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolContent;
import io.stepwright.spi.Turn;
import java.util.List;
import java.util.Locale;

/**
 * Truncates the texts of one run's model calls that a report keeps. Guarded by the recorder's lock.
 */
final class KeptContent {

  /** The maximum length of one text, in characters. */
  static final int MOST_OF_A_TEXT = 8_192;

  /** The maximum length of all texts of a run together, in characters. */
  static final int MOST_OF_A_RUN = 131_072;

  private int left = MOST_OF_A_RUN;

  /**
   * Returns the truncated texts of an attempt; each truncated text tells how many characters are
   * missing.
   */
  ModelContent of(ModelContent content) {
    String answer = content.answer();
    List<Turn> turns = content.turns().stream().map(this::cut).toList();
    return new ModelContent(
        turns,
        answer == null ? null : cut(answer),
        content.calls().stream().map(this::cut).toList(),
        // The same in all runs; the descriptor of the agent holds them.
        List.of());
  }

  /** Returns the truncated texts of a call of a tool. */
  ToolContent of(ToolContent content) {
    String result = content.result();
    return new ToolContent(cut(content.arguments()), result == null ? null : cut(result));
  }

  private Turn cut(Turn turn) {
    if (turn instanceof Turn.Instructions instructions) {
      return new Turn.Instructions(cut(instructions.text()));
    } else if (turn instanceof Turn.User user) {
      return new Turn.User(user.parts().stream().map(this::cut).toList());
    } else if (turn instanceof Turn.Model model) {
      return new Turn.Model(cut(model.text()), model.calls().stream().map(this::cut).toList());
    }
    Turn.ToolResult result = (Turn.ToolResult) turn;
    return new Turn.ToolResult(result.callId(), cut(result.text()), result.failed());
  }

  /** Returns a truncated text; of a medium only its description, as a report keeps no bytes. */
  private Part cut(Part part) {
    return new Part.Text(cut(part.display()));
  }

  private ToolCall cut(ToolCall call) {
    return new ToolCall(call.id(), call.name(), cut(call.arguments()));
  }

  private String cut(String text) {
    int kept = Math.min(text.length(), Math.min(MOST_OF_A_TEXT, left));
    if (kept > 0 && kept < text.length() && Character.isHighSurrogate(text.charAt(kept - 1))) {
      kept--;
    }
    left -= kept;
    return kept == text.length()
        ? text
        : text.substring(0, kept)
            + String.format(Locale.ROOT, "\u2026 (%,d characters left out)", text.length() - kept);
  }
}
