package io.stepwright.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Says what a simulated server answers. Called by several threads. */
@FunctionalInterface
public interface Script {

  /**
   * The answer to a request.
   *
   * @param request the body of a request for a chat completion
   */
  Answer answer(JsonNode request);

  /**
   * An answer.
   *
   * @param text what the model says
   * @param calls the tools that the model calls, none if the text is its answer
   * @param millis how long it takes when nothing is scaled
   */
  record Answer(String text, List<Call> calls, long millis) {

    /** Makes an answer that calls no tool. */
    public Answer(String text, long millis) {
      this(text, List.of(), millis);
    }
  }

  /**
   * A call of a tool.
   *
   * @param tool the tool's name
   * @param arguments the arguments, a JSON object
   */
  record Call(String tool, JsonNode arguments) {}
}
