package io.stepwright.processor.validation;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.Graph;

/** A rule about the graph of one entry point. */
interface GraphRule {

  /** Reports violations of the rule. */
  void check(Graph graph, Diagnostics diagnostics);
}
