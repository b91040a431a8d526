package io.stepwright.engine.model;

import io.stepwright.engine.message.Messages;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.StepInfo;
import java.util.List;

/** Refuses histories that an application made and no server accepts. */
final class HistoryCheck {

  private HistoryCheck() {}

  /**
   * Checks the turns before a prompt.
   *
   * @throws StepFailedException if there are instructions, which belong above the conversation, or
   *     a tool's result that does not follow its call
   */
  static void check(StepInfo step, List<Turn> history) {
    List<ToolCall> calls = List.of();
    for (int i = 0; i < history.size(); i++) {
      Turn turn = history.get(i);
      if (turn instanceof Turn.Instructions) {
        throw refused(
            step,
            i,
            "instructions, which would stand in the midst of the conversation. Leave them out, and"
                + " write them into @Prompt(system = …)");
      } else if (turn instanceof Turn.Model model) {
        calls = model.calls();
      } else if (turn instanceof Turn.ToolResult result) {
        if (calls.stream().noneMatch(call -> call.id().equals(result.callId()))) {
          throw refused(
              step,
              i,
              "a tool's result without its call. Put it behind the model's turn that holds the call,"
                  + " or leave it out");
        }
      } else {
        calls = List.of();
      }
    }
  }

  private static StepFailedException refused(StepInfo step, int index, String what) {
    return new StepFailedException(
        step.agent().name(),
        step.name(),
        "Turn " + (index + 1) + " of the history of " + Messages.within(step) + " is " + what + ".",
        null);
  }
}
