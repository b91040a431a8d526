package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.UNKNOWN_STEP;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import java.util.Optional;

/** Finds the steps that annotations name. */
final class StepLookup {

  private final String agent;
  private final Sources sources;
  private final Diagnostics diagnostics;

  StepLookup(String agent, Sources sources, Diagnostics diagnostics) {
    this.agent = agent;
    this.sources = sources;
    this.diagnostics = diagnostics;
  }

  /** Returns the step of a name; empty if there is none, which is then reported. */
  Optional<StepModel> find(Named name) {
    Optional<StepModel> step = sources.step(name.text());
    if (step.isEmpty()) {
      diagnostics.report(
          UNKNOWN_STEP,
          name.place(),
          "Agent %s has no step '%s'.".formatted(agent, name.text()),
          sources.stepNames().isEmpty()
              ? "It has no steps."
              : "Its steps are: " + String.join(", ", sources.stepNames()) + ".",
          sources
              .forgotten(name.text())
              .orElse(Nearest.hint(name.text(), sources.stepNames()).strip()));
    }
    return step;
  }
}
