package io.stepwright.examples.traveldesk;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepwright.examples.server.Dialogue;
import io.stepwright.examples.server.ModelServer;
import io.stepwright.examples.server.Script;
import java.util.List;

/** The answers of the simulated server. An answer takes some time to begin, and for each token. */
final class TravelAnswers {

  static final int MILLIS_TO_BEGIN = 300;
  static final int MILLIS_PER_TOKEN = 20;

  private TravelAnswers() {}

  static Script.Answer to(JsonNode request) {
    Dialogue dialogue = Dialogue.of(request);
    if (dialogue.mentions("You book trips")) {
      List<Script.Call> calls = Planner.calls(dialogue);
      return calls.isEmpty() ? timed(Planner.answer(dialogue)) : timed(calls);
    }
    return timed(text(dialogue));
  }

  private static String text(Dialogue dialogue) {
    if (dialogue.mentions("Does this employee want a trip")) {
      return dialogue.mentions("Lisbon") ? "{\"value\": \"TRIP\"}" : "{\"value\": \"OTHER\"}";
    } else if (dialogue.mentions("Does a traveller with a passport")) {
      return "{\"visaNeeded\": false, \"advice\": \"Take your identity card.\"}";
    } else if (dialogue.mentions("barulhenta")) {
      return "Large rooms, but the street is noisy.";
    } else if (dialogue.mentions("not complete")) {
      return "Your trip is not booked. We will call you.";
    } else if (dialogue.mentions("Tell ")) {
      return "Your trip to Lisbon is booked. Have a good journey!";
    }
    throw new IllegalArgumentException("not in the script");
  }

  private static Script.Answer timed(String text) {
    return new Script.Answer(text, millis(text));
  }

  private static Script.Answer timed(List<Script.Call> calls) {
    return new Script.Answer("", calls, millis(calls.toString()));
  }

  private static long millis(String written) {
    return MILLIS_TO_BEGIN + (long) MILLIS_PER_TOKEN * ModelServer.tokens(written);
  }
}
