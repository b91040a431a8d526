package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.LOST_DESCRIPTION;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Answers;
import io.stepwright.processor.model.DescriptionLoss;
import io.stepwright.processor.model.ToolLists;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;

/** Warns if the descriptions that models are given depend on which files are compiled together. */
final class LostDescriptionRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    Answers.described(agent, types)
        .forEach((type, use) -> check(type, use, types.descriptionLoss(type), diagnostics));
    for (ToolModel tool : ToolLists.offered(agent)) {
      if (tool.facade() == null && tool.loss() != DescriptionLoss.NONE) {
        diagnostics.report(
            LOST_DESCRIPTION,
            ToolLists.place(tool, agent).orElse(tool.place()),
            "The description of %s (%s) may be lost: it stands in its Javadoc alone."
                .formatted(tool.display(), tool.method().display()),
            cause(tool.loss()),
            tool.loss() == DescriptionLoss.OTHER_MODULE
                ? "Write @Describe on it, or compile it with Stepwright's processor."
                : "Compile the whole module again, or write @Describe on it.");
      }
    }
  }

  private static void check(
      TypeRef type, Answers.Use use, DescriptionLoss loss, Diagnostics diagnostics) {
    if (loss == DescriptionLoss.NONE) {
      return;
    }
    diagnostics.report(
        LOST_DESCRIPTION,
        use.place(),
        "Descriptions of %s, which %s, may be lost: they stand in its Javadoc alone."
            .formatted(type.qualifiedName(), use.text()),
        cause(loss),
        loss == DescriptionLoss.OTHER_MODULE
            ? "Write @Describe on it or its components."
            : "Compile the whole module again, or write @Describe on it or its components.");
  }

  private static String cause(DescriptionLoss loss) {
    return switch (loss) {
      case OLDER_FILE -> "It was changed and compiled without an agent since they were read.";
      case OTHER_MODULE -> "It was compiled elsewhere, and class files have no Javadoc.";
      default -> "It was compiled earlier without an agent, and class files have no Javadoc.";
    };
  }
}
