package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.BAD_SLOT;
import static io.stepwright.processor.diagnostics.DiagnosticId.EMPTY_PROMPT;
import static io.stepwright.processor.diagnostics.DiagnosticId.SLOT_TYPE;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNKNOWN_SLOT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.PromptModel.Literal;
import io.stepwright.processor.model.PromptModel.Part;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resolves the slots of the question for the person who approves calls of a tool against the
 * parameters of its method.
 */
final class ToolQuestion {

  private static final int MOST_PROBLEMS = 100;

  private final ToolModel tool;
  private final Types types;
  private final Diagnostics diagnostics;

  ToolQuestion(ToolModel tool, Types types, Diagnostics diagnostics) {
    this.tool = tool;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Returns the parts of the question; those with a problem are reported and left out. */
  List<Part> resolve(Named question) {
    List<Part> parts = new ArrayList<>();
    if (question.text().isBlank()) {
      diagnostics.report(
          EMPTY_PROMPT,
          question.place(),
          "%s asks for approval without a question.".formatted(tool.title()),
          "The person who decides has to know what about.",
          "Write one, as in @Approve(\"Refund {{cents}} cents?\").");
    }
    int problems = 0;
    for (PromptParser.Piece piece : PromptParser.parse(question.text())) {
      if (problems >= MOST_PROBLEMS) {
        break; // Further problems are not reported: each takes time proportional to the text.
      }
      if (piece instanceof PromptParser.Text text) {
        parts.add(new Literal(text.text()));
      } else if (piece instanceof PromptParser.SlotText slot) {
        Optional<Slot> resolved = slot(slot, question);
        resolved.ifPresent(parts::add);
        problems += resolved.isPresent() ? 0 : 1;
      } else if (piece instanceof PromptParser.Broken broken) {
        problems++;
        diagnostics.report(
            BAD_SLOT,
            question.place(),
            "In the question of %s, '%s' %s."
                .formatted(tool.display(), broken.text(), broken.reason()),
            "Write {{parameter}} or {{parameter.component}}; for literal braces, \\{{.");
      }
    }
    return parts;
  }

  private Optional<Slot> slot(PromptParser.SlotText text, Named question) {
    PathResolver.Outcome outcome = new PathResolver(tool.method(), types).resolve(text.path());
    if (outcome instanceof PathResolver.Unresolved unresolved) {
      diagnostics.report(
          UNKNOWN_SLOT,
          question.place(),
          "%s: %s".formatted(name(text), unresolved.problem()),
          unresolved.known(),
          unresolved.hint());
      return Optional.empty();
    }
    Slot slot = ((PathResolver.Resolved) outcome).slot();
    Optional<String> unwritten = UnwrittenPart.of(slot.shape(), slot.path(), false, types);
    if (unwritten.isPresent()) {
      diagnostics.report(
          SLOT_TYPE,
          question.place(),
          "%s, cannot be written as text or JSON: %s.".formatted(name(text), unwritten.get()),
          "The person who decides reads it.",
          "Name a part that has such a form.");
      return Optional.empty();
    }
    return Optional.of(slot);
  }

  private String name(PromptParser.SlotText slot) {
    return "Slot {{%s}} in the question of %s".formatted(slot.path(), tool.display());
  }
}
