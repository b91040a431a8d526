package io.stepwright.engine.tool;

import io.stepwright.spi.ToolApproval;
import org.jspecify.annotations.Nullable;

/** The facts about one call that its events tell besides its outcome. For one thread. */
final class CallNotes {

  private @Nullable ToolApproval approval;
  private @Nullable String arguments;

  /** Notes all arguments as canonical JSON. */
  void arguments(String canonical) {
    arguments = canonical;
  }

  /** Notes a wait for an approval that has ended. */
  void approval(long startNanos, ToolApproval.End end) {
    approval = new ToolApproval(startNanos, System.nanoTime() - startNanos, end);
  }

  /** Returns the approval that the call waited for, or null. */
  @Nullable ToolApproval approval() {
    return approval;
  }

  /** Returns all arguments, or those that the model wrote if they are wrong. */
  String arguments(ReceivedCall call) {
    return arguments == null ? call.call().arguments() : arguments;
  }
}
