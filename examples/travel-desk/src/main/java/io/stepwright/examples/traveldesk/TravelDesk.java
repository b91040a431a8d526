package io.stepwright.examples.traveldesk;

import io.stepwright.Agent;
import io.stepwright.AgentStep;
import io.stepwright.Approve;
import io.stepwright.Cached;
import io.stepwright.EntryPoint;
import io.stepwright.From;
import io.stepwright.Model;
import io.stepwright.OnError;
import io.stepwright.Prompt;
import io.stepwright.SideEffect;
import io.stepwright.Tool;
import io.stepwright.Tools;
import io.stepwright.When;
import io.stepwright.examples.traveldesk.Bank.Payment;
import io.stepwright.examples.traveldesk.EntryRules.Entry;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.ToolRefusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Books a trip: the model of {@code plan} searches, asks others, reserves and pays by tools. */
@Agent
public abstract class TravelDesk implements TravelSearch {

  public record Request(String id, String travellerId, String text) {}

  public record Traveller(String name, String passport, Cabin cabin, int centsPerNight) {}

  public enum Topic {
    TRIP,
    OTHER
  }

  /**
   * @param complete whether the flight is paid and the room is reserved
   * @param summary the trip, or what is missing, in one sentence
   */
  public record Plan(boolean complete, String summary) {}

  public record Answer(
      Topic topic, Optional<Plan> plan, Optional<List<Payment>> paid, String message) {}

  private final Map<String, Traveller> travellers;
  private final Catalogue catalogue;
  private final Bank bank;
  private final EntryRules rules;

  protected TravelDesk(
      Map<String, Traveller> travellers, Catalogue catalogue, Bank bank, EntryRules rules) {
    this.travellers = travellers;
    this.catalogue = catalogue;
    this.bank = bank;
    this.rules = rules;
  }

  @EntryPoint(timeout = "5m")
  public abstract AgentResult<Answer> answer(Request request);

  @AgentStep
  @Model("gpt-4o-mini")
  @Prompt("Does this employee want a trip to be booked, or something else? {{request.text}}")
  protected abstract Topic topic(Request request);

  /** Starts together with {@code topic}. */
  @AgentStep
  protected Traveller traveller(Request request) {
    return Objects.requireNonNull(travellers.get(request.travellerId()), "unknown traveller");
  }

  @AgentStep
  @When(value = "topic", is = "TRIP")
  @Model("gpt-4o")
  @Tools(
      value = {"flights", "hotels", "entryRules", "translation", "reserve", "pay"},
      turns = 8,
      tokens = 40_000)
  @Prompt(
      system =
          """
          You book trips: a direct flight if there is one, and a quiet hotel. Check the rules of
          entry, reserve the room, and pay the flight last.
          """,
      value = "{{traveller.name}} writes: {{request.text}}")
  protected abstract Plan plan(Request request, Traveller traveller);

  /** Asks the bank: the word of a model is no receipt. */
  @AgentStep(after = "plan")
  @When(value = "topic", is = "TRIP")
  protected List<Payment> paid(Request request) {
    return bank.payments(request.id());
  }

  @AgentStep("message")
  @When(value = "topic", is = "TRIP")
  @Model("gpt-4o-mini")
  @Prompt("Tell {{traveller.name}} in two sentences: {{plan.summary}} Payments: {{paid}}")
  protected abstract String tripMessage(Traveller traveller, Plan plan, List<Payment> paid);

  @AgentStep("message")
  @When(value = "topic", is = "OTHER")
  protected String otherMessage(Traveller traveller) {
    return "Hello " + traveller.name() + ", a colleague will answer you.";
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * The papers that the traveller needs to enter a country.
   *
   * @param country the ISO code of two letters
   */
  @Tool(readOnly = true)
  protected Entry entryRules(@From("traveller.passport") String passport, String country) {
    return rules.check(passport, country);
  }

  /** A review in English. Use it for reviews in other languages. */
  @Tool(readOnly = true, calls = 3)
  @Model("gpt-4o-mini")
  @Cached
  @Prompt("Translate this review of a hotel into English: {{review}}")
  protected abstract String translation(String review);

  /** Reserves a room, which can be cancelled at no cost. */
  @Tool(calls = 3)
  @SideEffect
  protected void reserve(
      @From("request.travellerId") String traveller, String hotel, LocalDate arrival, int nights) {
    if (!catalogue.reserve(traveller, hotel, arrival, nights)) {
      throw new ToolRefusal("This hotel has no room left. Take another one.");
    }
  }

  /**
   * Pays a flight for the traveller, which cannot be undone.
   *
   * @param cents the price of the flight
   */
  @Tool(calls = 1, onError = OnError.FAIL)
  @SideEffect
  @Approve("Pay {{cents}} cents for flight {{flight}} of {{traveller}}?")
  protected Payment pay(
      @From("request.id") String request,
      @From("request.travellerId") String traveller,
      @From("traveller.cabin") Cabin cabin,
      String flight,
      int cents) {
    if (catalogue.flight(cabin, flight).filter(each -> each.cents() == cents).isEmpty()) {
      throw new ToolRefusal("There is no such flight at this price. Search again.");
    }
    return bank.pay(request, traveller, "flight " + flight, cents);
  }
}
