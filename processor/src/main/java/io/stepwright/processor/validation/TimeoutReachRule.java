package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.UNREACHABLE_TIMEOUT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.StepModel.LimitText;
import java.time.Duration;

/** Warns of a step's limit that is longer than that of the run, and is therefore never reached. */
final class TimeoutReachRule implements GraphRule {

  @Override
  public void check(Graph graph, Diagnostics diagnostics) {
    LimitText ofRun = graph.entryPoint().timeout();
    Duration most = ofRun == null ? null : ofRun.value();
    if (ofRun == null || most == null) {
      return;
    }
    for (Node node : graph.nodes()) {
      LimitText ofStep = node.step().timeout() == null ? null : node.step().timeout().total();
      if (ofStep != null && ofStep.value() != null && ofStep.value().compareTo(most) > 0) {
        diagnostics.report(
            UNREACHABLE_TIMEOUT,
            ofStep.text().place(),
            "Step '%s' may take %s, but a run of %s is stopped after %s."
                .formatted(
                    node.name(),
                    ofStep.text().text(),
                    graph.entryPoint().method().display(),
                    ofRun.text().text()),
            "The step's limit is never reached.",
            "Give the run more time, or the step less.");
      }
    }
  }
}
