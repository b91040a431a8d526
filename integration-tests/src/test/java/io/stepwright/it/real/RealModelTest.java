package io.stepwright.it.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.report.StepState;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelOutputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that really constrains its answers accepts the schemas, and its answers are decoded. */
@Timeout(600)
class RealModelTest {

  private static final String URL = "STEPWRIGHT_TEST_MODEL_URL";
  private static final String MODEL = "STEPWRIGHT_TEST_MODEL";

  private static final String STORY = "Once upon a time Lily had a red ball.";

  private AgentRuntime runtime;
  private Critic critic;
  private Planner planner;

  @BeforeEach
  void connect() {
    String url = System.getenv(URL);
    assumeTrue(
        url != null && !url.isBlank(),
        () ->
            "Set "
                + URL
                + " to the base URL of a running OpenAI-compatible server, such as"
                + " http://localhost:11434/v1, and "
                + MODEL
                + " to a model it has.");
    runtime =
        AgentRuntime.builder()
            .configuration("stepwright.providers.real.base-url", url)
            .configuration(
                "stepwright.models.critic",
                "real/" + System.getenv().getOrDefault(MODEL, "default"))
            .configuration(
                "stepwright.models.planner",
                "real/" + System.getenv().getOrDefault(MODEL, "default"))
            .configuration("stepwright.call.timeout", "5m")
            .configuration("stepwright.run.timeout", "9m")
            .build();
    critic = new WiredCritic(runtime);
    planner = new WiredPlanner(runtime);
  }

  @AfterEach
  void close() {
    if (runtime != null) {
      runtime.close();
    }
  }

  @Test
  void everyTypeComesBack() {
    AgentResult<Critic.Review> result = critic.review(STORY);
    // Checks only that the answer was decoded; its content is up to the model.
    Critic.Review review = result.value();
    assertThat(review.mood()).isNotNull();
    assertThat(review.judged().title()).isNotNull();
    assertThat(review.judged().mood()).isNotNull();
    assertThat(review.judged().place()).isNotNull();
    assertThat(result.report().steps())
        .hasSize(7)
        .allSatisfy(
            step -> {
              assertThat(step.state()).isEqualTo(StepState.FINISHED);
              assertThat(step.attempts()).hasSize(1);
              assertThat(step.inputTokens()).isPositive();
              assertThat(step.outputTokens()).isPositive();
            });
  }

  @Test
  void listsOptionalsChoicesAndDatesComeBackWithoutARepair() {
    for (int i = 0; i < 20; i++) {
      AgentResult<Planner.Plan> result = planner.plan(STORY + " It rolled " + i + " times.");
      assertThat(result.value().way()).isNotNull();
      assertThat(result.value().choice().first()).isNotNull();
      assertThat(result.report().steps())
          .hasSize(5)
          .allSatisfy(step -> assertThat(step.attempts()).as(step.name()).hasSize(1));
    }
  }

  @Test
  void plainTextComesBack() {
    String text;
    try {
      AgentResult<String> result = critic.summarise(STORY);
      assertThat(result.report().outputTokens()).isBetween(1L, 200L);
      text = result.value();
    } catch (ModelOutputException e) {
      // Very small models do not stop by themselves. Then the token limit applies, and the text is
      // kept.
      assertThat(e).hasMessageContainingAll("'summary'", "maxOutputTokens");
      text = e.rawText();
    }
    assertThat(text).isNotBlank();
  }
}
