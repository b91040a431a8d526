package io.stepwright.processor.validation;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Types;

/** A rule about an agent as it is declared. */
interface AgentRule {

  /** Reports violations of the rule. */
  void check(AgentModel agent, Types types, Diagnostics diagnostics);
}
