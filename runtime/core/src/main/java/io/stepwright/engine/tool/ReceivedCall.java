package io.stepwright.engine.tool;

import io.stepwright.spi.ToolCall;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.ToolInfo;
import org.jspecify.annotations.Nullable;

/**
 * A call as a model asks for it, made safe. Immutable.
 *
 * @param number the number of the call in the step, 1 for the first
 * @param call the call that further requests hold: with a unique identifier, a name that servers
 *     accept, and arguments that are a JSON object
 * @param tool the tool, or null if there is none of that name
 * @param arguments the arguments, or null if they cannot be read
 * @param equality the name and the arguments in a form that is equal for equal calls
 */
record ReceivedCall(
    int number,
    ToolCall call,
    @Nullable ToolInfo tool,
    @Nullable JsonValue arguments,
    String equality) {

  /** Tells whether the call is executed after those without side effects, alone. */
  boolean isAlone() {
    return tool != null && (tool.hasSideEffect() || tool.needsApproval());
  }

  /** Omits the arguments, which may be personal. */
  @Override
  public String toString() {
    return "ReceivedCall[" + call + "]";
  }
}
