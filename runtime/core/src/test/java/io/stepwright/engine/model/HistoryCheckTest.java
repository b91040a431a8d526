package io.stepwright.engine.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {

  private static final Turn USER = new Turn.User("secret question");
  private static final Turn CALLS =
      new Turn.Model("", List.of(new ToolCall("1", "a", "{}"), new ToolCall("2", "a", "{}")));

  private final StepInfo step = StepInfo.code(new AgentInfo("Shop", "app.Shop"), "answer");

  private void check(Turn... history) {
    HistoryCheck.check(step, List.of(history));
  }

  private static Turn result(String id) {
    return new Turn.ToolResult(id, "secret result", false);
  }

  private void assertRefused(String expected, Turn... history) {
    assertThatThrownBy(() -> check(history))
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining(expected)
        .hasMessageContaining("step 'answer' of agent Shop")
        .hasMessageNotContaining("secret");
  }

  @Test
  void resultsFollowTheirCalls() {
    assertThatCode(() -> check(USER, CALLS, result("2"), result("1"), new Turn.Model("done")))
        .doesNotThrowAnyException();
  }

  @Test
  void instructionsStandAboveTheConversation() {
    assertRefused("Turn 1 of the history", new Turn.Instructions("secret"), USER);
    assertRefused("Turn 2 of the history", USER, new Turn.Instructions("secret"));
  }

  @Test
  void aResultNeedsItsCall() {
    assertRefused("Turn 1 of the history", result("1"));
    assertRefused("without its call", CALLS, result("3"));
    assertRefused("Turn 3 of the history", CALLS, USER, result("1"));
    assertRefused("Turn 3 of the history", CALLS, new Turn.Model("done"), result("1"));
  }
}
