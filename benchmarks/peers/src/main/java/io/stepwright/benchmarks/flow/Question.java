package io.stepwright.benchmarks.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The question that a step asks a model. It asks for the value of the step, so that the answer can
 * be checked.
 *
 * @param flow the flow
 * @param id the id of the step
 * @param sum the sum of the step's inputs
 */
public record Question(Flow flow, int id, int sum) {

  private static final Pattern TEXT = Pattern.compile("Step ([A-Z_]+)/(\\d+) on (\\d+) \\+ (\\d+)");

  /** Returns the prompt, in the same form as in the annotations of the benchmark's agents. */
  public String prompt() {
    return "Step " + flow + "/" + id + " on " + sum + " + 0.";
  }

  /**
   * Finds the question in a request.
   *
   * @throws IllegalArgumentException if the request contains none
   */
  public static Question in(String request) {
    Matcher matcher = TEXT.matcher(request);
    if (!matcher.find()) {
      throw new IllegalArgumentException("Not a question of this benchmark.");
    }
    return new Question(
        Flow.valueOf(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        Integer.parseInt(matcher.group(3)) + Integer.parseInt(matcher.group(4)));
  }

  /** Returns the right answer. */
  public int answer() {
    return Values.of(id, sum);
  }

  /** Returns the time that the step takes, in milliseconds. */
  public int millis() {
    return flow.nodes().get(id - 1).millis();
  }
}
