package io.stepwright.examples.traveldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.examples.server.ModelServer;
import io.stepwright.examples.server.Script;
import io.stepwright.examples.traveldesk.Bank.Payment;
import io.stepwright.examples.traveldesk.TravelDesk.Answer;
import io.stepwright.examples.traveldesk.TravelDesk.Topic;
import io.stepwright.report.RunReport;
import io.stepwright.report.StepReport;
import io.stepwright.report.ToolReport;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.ConsoleApprovals;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.Approvals.Decision;
import io.stepwright.spi.PendingCall;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Counts what arrives at the model's server, at the bank, and at the person who approves. */
class TravelDeskTest {

  private final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  private final List<PendingCall> asked = new CopyOnWriteArrayList<>();
  private final Catalogue catalogue = new Catalogue();
  private ModelServer server;
  private AgentRuntime runtime;

  private TravelDesk desk(Bank bank, Approvals approvals) throws Exception {
    Script recorded =
        request -> {
          requests.add(request);
          return TravelAnswers.to(request);
        };
    server = ModelServer.start(Map.of(), 1, recorded);
    runtime =
        server
            .runtime()
            .approvals(
                call -> {
                  asked.add(call);
                  return approvals.decide(call);
                })
            .build();
    return new WiredTravelDesk(
        runtime, Company.TRAVELLERS, catalogue, bank, new WiredEntryRules(runtime));
  }

  @AfterEach
  void close() {
    runtime.close();
    server.close();
  }

  @Test
  void theModelSearchesReservesAndPaysOnce() throws Exception {
    Bank bank = new Bank();
    AgentResult<Answer> result = desk(bank, Decision::approved).answer(Company.TRIP);
    assertThat(result.value().plan())
        .hasValueSatisfying(plan -> assertThat(plan.complete()).isTrue());
    assertThat(result.value().message()).contains("is booked");
    assertThat(result.value().paid())
        .hasValue(List.of(new Payment("R-1", "T-1", "flight TP575", 31_200)));
    assertThat(bank.payments()).hasSize(1);
    assertThat(catalogue.reservations()).containsExactly("T-1: H-2 from 2026-10-05, 3 nights");
    assertThat(catalogue.searches()).isEqualTo(2);
    assertThat(sent("Does this employee")).hasSize(1);
    assertThat(sent("You book trips")).hasSize(6);
    assertThat(sent("Does a traveller with a passport")).hasSize(1);
    assertThat(sent("Translate this review")).hasSize(1);
    assertThat(sent("in two sentences")).hasSize(1);
    assertThat(requests).hasSize(10);
  }

  @Test
  void aTranslationIsCachedFromOneRunToTheNextAndASearchIsNot() throws Exception {
    TravelDesk desk = desk(new Bank(), Decision::approved);
    desk.answer(Company.TRIP);
    desk.answer(Company.TRIP);
    assertThat(sent("Translate this review")).hasSize(1);
    assertThat(catalogue.searches()).isEqualTo(4);
  }

  @Test
  void theReportListsTheCallsOfEachTurn() throws Exception {
    RunReport report = desk(new Bank(), Decision::approved).answer(Company.TRIP).report();
    StepReport plan =
        report.steps().stream()
            .filter(step -> step.name().equals("plan"))
            .findFirst()
            .orElseThrow();
    assertThat(plan.toolCalls())
        .extracting(call -> call.turn() + " " + call.tool() + " " + call.end())
        .containsExactly(
            "1 flights RETURNED",
            "1 hotels RETURNED",
            "1 entryRules RETURNED",
            "2 translation RETURNED",
            "3 reserve REFUSED",
            "4 reserve RETURNED",
            "5 pay RETURNED");
    assertThat(plan.toolCalls())
        .extracting(ToolReport::number)
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(plan.turns()).hasSize(6);
  }

  @Test
  void thePersonSeesTheExactPaymentWithWhatCodeHasBound() throws Exception {
    AgentResult<Answer> result = desk(new Bank(), Decision::approved).answer(Company.TRIP);
    assertThat(result.value().paid()).isPresent();
    assertThat(asked)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.question()).isEqualTo("Pay 31200 cents for flight TP575 of T-1?");
              assertThat(call.arguments())
                  .isEqualTo(
                      """
                      {"cabin":"ECONOMY","cents":31200,"flight":"TP575","request":"R-1",\
                      "traveller":"T-1"}""");
            });
  }

  @Test
  void noModelSeesOrChoosesWhoseBudgetIsSpent() throws Exception {
    Bank bank = new Bank();
    AgentResult<Answer> result = desk(bank, Decision::approved).answer(Company.BUDGET_OF_ANOTHER);
    assertThat(bank.payments()).containsExactly(new Payment("R-2", "T-2", "flight TP575", 31_200));
    assertThat(result.value().paid()).hasValue(bank.payments());
    for (JsonNode tool : sent("You book trips").get(0).path("tools")) {
      JsonNode properties = tool.at("/function/parameters/properties");
      assertThat(properties.has("traveller") || properties.has("limit") || properties.has("cabin"))
          .as(tool.toString())
          .isFalse();
    }
    // The answer to the model about the traveller that it named.
    assertThat(sent("You book trips").get(sent("You book trips").size() - 1).toString())
        .contains("failed: the call has an argument that the tool does not have.");
  }

  @Test
  void withoutAnApprovalNothingIsPaid() throws Exception {
    Bank bank = new Bank();
    AgentResult<Answer> result =
        desk(bank, call -> Decision.refused(call, "the quarter is over")).answer(Company.TRIP);
    assertThat(bank.payments()).isEmpty();
    assertThat(asked).hasSize(1);
    assertThat(result.value().message()).contains("not booked");
    assertThat(result.value().paid()).hasValue(List.of());
    assertThat(requests.toString())
        .contains("refused: the call was not approved: the quarter is over");
  }

  @Test
  void theConsoleApproves() throws Exception {
    Bank bank = new Bank();
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    try (PipedOutputStream typed = new PipedOutputStream();
        PipedInputStream input = new PipedInputStream(typed)) {
      typed.write("y\n".getBytes(StandardCharsets.US_ASCII));
      ConsoleApprovals console = new ConsoleApprovals(input, new PrintStream(shown, true));
      assertThat(desk(bank, console).answer(Company.TRIP).value().message()).contains("is booked");
    }
    assertThat(shown.toString(StandardCharsets.US_ASCII))
        .contains("Pay 31200 cents for flight TP575 of T-1?")
        .contains("Approve? [y/N] ");
    assertThat(bank.payments()).hasSize(1);
  }

  @Test
  void anApprovalOfOtherArgumentsIsNone() throws Exception {
    Bank bank = new Bank();
    Approvals other =
        call -> {
          String arguments = call.arguments().replace("31200", "1");
          return Decision.approved(
              new PendingCall(
                  call.id(), call.run(), call.step(), call.tool(), "", arguments, call.expires()));
        };
    assertThat(desk(bank, other).answer(Company.TRIP).value().message()).contains("not booked");
    assertThat(bank.payments()).isEmpty();
  }

  @Test
  void aBankThatFailsEndsTheRunAndTellsTheModelNothing() throws Exception {
    Bank bank =
        new Bank() {
          @Override
          synchronized Payment pay(String request, String traveller, String purpose, int cents) {
            throw new IllegalStateException("Bearer 1f2e3d");
          }
        };
    TravelDesk desk = desk(bank, Decision::approved);
    assertThatThrownBy(() -> desk.answer(Company.TRIP))
        .isInstanceOf(AgentException.class)
        .hasMessageContaining("'pay'")
        .hasMessageNotContaining("1f2e3d")
        .hasRootCauseMessage("Bearer 1f2e3d");
    assertThat(sent("You book trips")).hasSize(5);
    assertThat(requests.toString()).doesNotContain("1f2e3d");
  }

  @Test
  void aQuestionGetsNoTools() throws Exception {
    Bank bank = new Bank();
    Answer answer = desk(bank, Decision::approved).answer(Company.QUESTION).value();
    assertThat(answer.topic()).isEqualTo(Topic.OTHER);
    assertThat(answer.plan()).isEmpty();
    assertThat(answer.message()).isEqualTo("Hello Ben, a colleague will answer you.");
    assertThat(requests).hasSize(1);
    assertThat(requests.get(0).path("tools").isEmpty()).isTrue();
  }

  private List<JsonNode> sent(String phrase) {
    return requests.stream().filter(request -> request.toString().contains(phrase)).toList();
  }
}
