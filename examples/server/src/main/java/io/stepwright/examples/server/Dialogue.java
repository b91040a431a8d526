package io.stepwright.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request for a chat completion, as a script reads it: what the model was asked, and what the
 * tools that it called have said since. Immutable.
 */
public final class Dialogue {

  private final JsonNode request;
  private final List<Result> results;

  /**
   * The result of a call.
   *
   * @param tool the name of the tool
   * @param arguments the arguments of the call, as the model wrote them
   * @param text what the model was told
   */
  public record Result(String tool, String arguments, String text) {}

  private Dialogue(JsonNode request, List<Result> results) {
    this.request = request;
    this.results = results;
  }

  /** Reads the body of a request. */
  public static Dialogue of(JsonNode request) {
    Map<String, JsonNode> calls = new HashMap<>();
    List<Result> results = new ArrayList<>();
    for (JsonNode message : request.path("messages")) {
      for (JsonNode call : message.path("tool_calls")) {
        calls.put(call.path("id").asText(), call.path("function"));
      }
      if (message.path("role").asText().equals("tool")) {
        JsonNode call = calls.get(message.path("tool_call_id").asText());
        if (call == null) {
          throw new IllegalArgumentException("a result without its call");
        }
        results.add(
            new Result(
                call.path("name").asText(),
                call.path("arguments").asText(),
                message.path("content").asText()));
      }
    }
    return new Dialogue(request, List.copyOf(results));
  }

  /** Returns whether a phrase occurs in a message. */
  public boolean mentions(String phrase) {
    return request.path("messages").toString().contains(phrase);
  }

  /** Returns whether the model may call tools. */
  public boolean mayCall() {
    return !request.path("tools").isEmpty() && !request.path("tool_choice").asText().equals("none");
  }

  /** The results of all calls so far, in order. */
  public List<Result> results() {
    return results;
  }

  /** The results of the calls of one tool so far, in order. */
  public List<Result> results(String tool) {
    return results.stream().filter(result -> result.tool().equals(tool)).toList();
  }
}
