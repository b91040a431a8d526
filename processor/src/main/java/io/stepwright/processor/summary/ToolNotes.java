package io.stepwright.processor.summary;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.ModelCallCount;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.source.CommentText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Notes about tools in the text of a graph. */
final class ToolNotes {

  /** The longest line, in characters. */
  private static final int COLUMNS = 84;

  /** The most names of code that are listed. */
  private static final int MOST_NAMES = 12;

  private ToolNotes() {}

  /**
   * Returns the tools of a step as lines: {@code tools: orders, refund (side effect, approved); 6
   * turns}.
   */
  static List<String> of(StepModel step, WiredAgent wired) {
    List<ResolvedTool> tools = wired.tools(step);
    if (step.tools() == null || tools.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (ResolvedTool offered : tools) {
      words.add(offered.tool().name() + properties(offered.tool()));
    }
    String tokens =
        step.tools().tokens() == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d tokens", step.tools().tokens());
    int last = words.size() - 1;
    words.set(last, words.get(last) + "; " + turns(step.tools().turns()) + tokens);
    return lines("tools: ", words);
  }

  private static String turns(int turns) {
    return turns == 1 ? "1 turn" : turns + " turns";
  }

  private static String properties(ToolModel tool) {
    List<String> properties = new ArrayList<>();
    StepModel asked = tool.asked();
    if (asked != null && asked.model() != null) {
      Named model = asked.model().name();
      properties.add(CommentText.of(model.text()));
    }
    if (tool.sideEffect()) {
      properties.add("side effect");
    }
    if (tool.approve() != null) {
      properties.add("approved");
    }
    if (tool.calls() > 0) {
      properties.add(tool.calls() == 1 ? "1 call" : tool.calls() + " calls");
    }
    return properties.isEmpty() ? "" : " (" + String.join(", ", properties) + ")";
  }

  /** Returns a line about the code whose requests are not counted; null if there is none. */
  static @Nullable String uncounted(ModelCallCount count, Graph graph) {
    Collection<String> names = count.uncounted(graph);
    if (names.isEmpty()) {
      return null;
    }
    List<String> listed = new ArrayList<>(names).subList(0, Math.min(MOST_NAMES, names.size()));
    List<String> words = new ArrayList<>(listed);
    if (names.size() > MOST_NAMES) {
      words.add("and " + (names.size() - MOST_NAMES) + " more");
    }
    return String.join("\n  ", lines("beside those that code makes: ", words));
  }

  /** Joins words by commas, on as many lines as they need. */
  private static List<String> lines(String head, List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(head);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i) + (i + 1 < words.size() ? "," : "");
      if (line.length() > head.length() && line.length() + word.length() > COLUMNS) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        line.append("  ");
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
