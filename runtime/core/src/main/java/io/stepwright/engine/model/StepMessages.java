package io.stepwright.engine.model;

import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.History;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.PromptMessage;
import io.stepwright.wiring.StepInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a step to its model. Immutable.
 *
 * @param system the system message, or null
 * @param history the conversation before the prompt, or null
 */
public record StepMessages(
    @Nullable PromptMessage system, @Nullable History history, PromptMessage prompt) {

  /**
   * Returns the conversation that the model is asked to continue; the prompt is the last turn.
   *
   * @throws StepFailedException if the history holds turns that no server accepts there
   */
  List<Turn> turns(StepInfo step) {
    List<Turn> before = history == null ? List.of() : history.turns();
    HistoryCheck.check(step, before);
    List<Turn> turns = new ArrayList<>(before.size() + 2);
    if (system != null) {
      turns.add(new Turn.Instructions(system.message()));
    }
    turns.addAll(before);
    turns.add(new Turn.User(prompt.parts()));
    return turns;
  }

  /** Omits the texts, which may be personal. */
  @Override
  public String toString() {
    return "StepMessages";
  }
}
