package io.stepwright.examples.server;

import com.fasterxml.jackson.databind.JsonNode;

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
   * @param millis how long it takes when nothing is scaled
   */
  record Answer(String text, long millis) {}
}
