package io.stepwright.engine.tool;

import io.stepwright.wiring.ToolUse;

/**
 * A call whose arguments are read and which counts, or whose outcome is known without an execution.
 *
 * @param execution executes the call, once
 */
record PreparedCall(ToolEvents.Execution execution) implements ToolUse.Done {

  /** Returns a call with a known outcome. */
  static PreparedCall of(ToolOutcome outcome) {
    return new PreparedCall(notes -> outcome);
  }
}
