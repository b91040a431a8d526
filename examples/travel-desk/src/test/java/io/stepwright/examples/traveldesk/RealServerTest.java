package io.stepwright.examples.traveldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.examples.server.Dialogue;
import io.stepwright.examples.server.ModelServer;
import io.stepwright.examples.server.Script;
import io.stepwright.examples.traveldesk.TravelDesk.Plan;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ModelOutputException;
import io.stepwright.runtime.ToolBudgetException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real server takes requests that offer tools, and those with calls and their results. */
@Timeout(600)
class RealServerTest {

  private static final String URL = "STEPWRIGHT_TEST_MODEL_URL";

  private final String url = System.getenv().getOrDefault(URL, "");
  private final Bank bank = new Bank();

  @BeforeEach
  void findServer() {
    assumeTrue(
        !url.isBlank(),
        "Set STEPWRIGHT_TEST_MODEL_URL to the base URL of a running server that answers for every"
            + " model, such as that of llama.cpp.");
  }

  @Test
  void theStepEndsInAnAnswerOrSaysWhyNot() {
    try (AgentRuntime runtime = patient(AgentRuntime.builder(), url)) {
      plan(runtime);
    }
    // Nobody approves payments here, whatever the model asks for.
    assertThat(bank.payments()).isEmpty();
  }

  /** A small model calls nothing by itself, so the first turn is that of the script. */
  @Test
  void theServerGoesOnFromTheResultsOfTools() throws IOException {
    List<Integer> statuses = new CopyOnWriteArrayList<>();
    Script script =
        request ->
            Dialogue.of(request).results().isEmpty()
                ? TravelAnswers.to(request)
                : forward(request, statuses);
    try (ModelServer server = ModelServer.start(Map.of(), 1, script);
        AgentRuntime runtime = patient(server.runtime(), null)) {
      plan(runtime);
    }
    assertThat(statuses).isNotEmpty().containsOnly(200);
    assertThat(bank.payments()).isEmpty();
  }

  private void plan(AgentRuntime runtime) {
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

  private static AgentRuntime patient(AgentRuntime.Builder builder, String url) {
    if (url != null) {
      builder.configuration("stepwright.providers.openai.base-url", url);
    }
    return builder
        .configuration("stepwright.call.timeout", "5m")
        .configuration("stepwright.run.timeout", "9m")
        .build();
  }

  private Script.Answer forward(JsonNode request, List<Integer> statuses) {
    try {
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(url + "/chat/completions"))
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(request.toString()))
                      .build(),
                  BodyHandlers.ofString());
      statuses.add(response.statusCode());
      JsonNode reply = new ObjectMapper().readTree(response.body());
      return new Script.Answer(reply.at("/choices/0/message/content").asText(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Script.Answer("", 0);
    }
  }
}
