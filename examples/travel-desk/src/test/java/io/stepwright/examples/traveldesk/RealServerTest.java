package io.stepwright.examples.traveldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.examples.traveldesk.TravelDesk.Plan;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelOutputException;
import io.stepwright.runtime.ToolBudgetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real server takes a request that offers tools, with the schema of the answer. */
@Timeout(600)
class RealServerTest {

  private static final String URL = "STEPWRIGHT_TEST_MODEL_URL";

  @Test
  void theStepEndsInAnAnswerOrSaysWhyNot() {
    String url = System.getenv(URL);
    assumeTrue(
        url != null && !url.isBlank(),
        () ->
            "Set "
                + URL
                + " to the base URL of a running server that answers for every model, such as that"
                + " of llama.cpp.");
    Bank bank = new Bank();
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .configuration("stepwright.providers.openai.base-url", url)
            .configuration("stepwright.call.timeout", "5m")
            .configuration("stepwright.run.timeout", "9m")
            .build()) {
      TravelDesk desk =
          new WiredTravelDesk(
              runtime, Company.TRAVELLERS, new Catalogue(), bank, new WiredEntryRules(runtime));
      try {
        Plan plan = desk.plan(Company.TRIP, Company.TRAVELLERS.get("T-1"));
        // The model may say anything, in the shape that was asked for.
        assertThat(plan.summary()).isNotNull();
      } catch (ModelOutputException | ToolBudgetException e) {
        // A small model may not get to an end. The server has taken every request all the same.
        assertThat(e).hasMessageContaining("'plan'");
      }
    }
    // Nobody approves payments here, whatever the model asks for.
    assertThat(bank.payments()).isEmpty();
  }
}
