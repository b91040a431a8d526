package io.stepwright.benchmarks.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a step asks a model: its own value, so that the answer can be checked.
 *
 * @param flow whose step it is
 * @param id of the step
 * @param sum of its inputs
 */
public record Question(Flow flow, int id, int sum) {

  private static final Pattern TEXT = Pattern.compile("Step ([A-Z_]+)/(\\d+) on (\\d+) \\+ (\\d+)");

  /** The prompt; the agents of this benchmark say the same in their annotations. */
  public String prompt() {
    return "Step " + flow + "/" + id + " on " + sum + " + 0.";
  }

  /**
   * Finds the question in a request.
   *
   * @throws IllegalArgumentException if there is none
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

  /** The right answer. */
  public int answer() {
    return Values.of(id, sum);
  }

  /** How long the step takes, in milliseconds. */
  public int millis() {
    return flow.nodes().get(id - 1).millis();
  }
}
