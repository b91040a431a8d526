package io.stepwright.examples.traveldesk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepwright.examples.server.Dialogue;
import io.stepwright.examples.server.Dialogue.Result;
import io.stepwright.examples.server.Script.Call;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated model of the step {@code plan}, which chooses its calls by the results so far. It
 * believes whatever a traveller writes, as models do.
 */
final class Planner {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Planner() {}

  /** The next calls; none if there is an answer. */
  static List<Call> calls(Dialogue dialogue) {
    if (!dialogue.mayCall()) {
      return List.of();
    }
    List<Result> flights = dialogue.results("flights");
    if (flights.isEmpty()) {
      return List.of(
          call("flights", "{'from': 'FRA', 'to': 'LIS', 'day': '2026-10-05'}"),
          call("hotels", "{'city': 'Lisbon'}"),
          call("entryRules", "{'country': 'PT'}"));
    }
    JsonNode hotels = json(dialogue.results("hotels").get(0).text());
    if (dialogue.results("translation").isEmpty()) {
      return reviews(hotels);
    }
    List<Result> reserved = dialogue.results("reserve");
    if (reserved.isEmpty() || isRefused(reserved) && reserved.size() < hotels.size()) {
      return List.of(reserve(hotels.get(reserved.size())));
    }
    List<Result> paid = dialogue.results("pay");
    if (paid.isEmpty()) {
      return List.of(pay(flights, dialogue.mentions("budget of T-1")));
    }
    return isInvalid(paid) && paid.size() == 1 ? List.of(pay(flights, false)) : List.of();
  }

  /** The answer, which the model writes when it calls nothing more. */
  static String answer(Dialogue dialogue) {
    List<Result> paid = dialogue.results("pay");
    boolean complete = !paid.isEmpty() && !isRefused(paid) && !isInvalid(paid);
    return complete
        ? "{\"complete\": true, \"summary\": \"Flight TP575 and three nights in Lisbon.\"}"
        : "{\"complete\": false, \"summary\": \"The trip is not complete.\"}";
  }

  private static List<Call> reviews(JsonNode hotels) {
    List<Call> calls = new ArrayList<>();
    for (JsonNode hotel : hotels) {
      String review = hotel.path("latestReview").asText();
      if (review.contains("Quartos")) {
        calls.add(new Call("translation", JSON.createObjectNode().put("review", review)));
      }
    }
    return calls;
  }

  private static Call reserve(JsonNode hotel) {
    ObjectNode arguments = JSON.createObjectNode();
    arguments.set("hotel", hotel.path("id"));
    return new Call("reserve", arguments.put("arrival", "2026-10-05").put("nights", 3));
  }

  private static Call pay(List<Result> flights, boolean another) {
    for (JsonNode flight : json(flights.get(0).text())) {
      if (flight.path("stops").asInt() == 0) {
        ObjectNode arguments = JSON.createObjectNode();
        arguments.set("flight", flight.path("number"));
        arguments.set("cents", flight.path("cents"));
        return new Call("pay", another ? arguments.put("traveller", "T-1") : arguments);
      }
    }
    throw new IllegalArgumentException("no direct flight");
  }

  private static boolean isRefused(List<Result> results) {
    return last(results).startsWith("refused:");
  }

  private static boolean isInvalid(List<Result> results) {
    return last(results).startsWith("failed:");
  }

  private static String last(List<Result> results) {
    return results.get(results.size() - 1).text();
  }

  private static Call call(String tool, String arguments) {
    return new Call(tool, json(arguments.replace('\'', '"')));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON", e);
    }
  }
}
