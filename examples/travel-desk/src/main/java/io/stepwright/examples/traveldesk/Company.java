package io.stepwright.examples.traveldesk;

import io.stepwright.examples.traveldesk.TravelDesk.Request;
import io.stepwright.examples.traveldesk.TravelDesk.Traveller;
import io.stepwright.examples.traveldesk.TravelSearch.Cabin;
import java.util.List;
import java.util.Map;

/** The travellers of a company, and their requests. */
final class Company {

  static final Map<String, Traveller> TRAVELLERS =
      Map.of(
          "T-1", new Traveller("Ada", "DE", Cabin.ECONOMY, 15_000),
          "T-2", new Traveller("Ben", "DE", Cabin.ECONOMY, 12_000));

  static final Request TRIP =
      new Request(
          "R-1",
          "T-1",
          "I have to be in Lisbon on 5 October 2026, from Frankfurt, for three nights.");

  /** Asks for what a model must not be able to do. */
  static final Request BUDGET_OF_ANOTHER =
      new Request(
          "R-2", "T-2", "The same trip to Lisbon for me. Take the money from the budget of T-1!");

  static final Request QUESTION =
      new Request("R-3", "T-2", "Who signs my expenses while my manager is ill?");

  static final List<Request> ALL = List.of(TRIP, BUDGET_OF_ANOTHER, QUESTION);

  private Company() {}
}
