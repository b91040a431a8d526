package io.stepwright.report;

import io.stepwright.figure.TokenSums;
import java.util.ArrayList;
import java.util.List;

/**
 * One turn of the model of a step: a question with all attempts to get an answer to it, and the
 * tools that the answer called. Immutable.
 *
 * @param number 1 for the first turn of the step
 * @param attempts the attempts, in order
 * @param toolCalls the calls of tools, in the order in which the model asked for them
 */
public record TurnReport(int number, List<AttemptReport> attempts, List<ToolReport> toolCalls) {

  /** Copies the lists. */
  public TurnReport {
    attempts = List.copyOf(attempts);
    toolCalls = List.copyOf(toolCalls);
  }

  /** Divides the attempts and the calls of a step into turns. */
  static List<TurnReport> of(List<AttemptReport> attempts, List<ToolReport> calls) {
    List<TurnReport> turns = new ArrayList<>();
    for (int i = 0; i < attempts.size(); ) {
      int begin = i;
      do {
        i++;
      } while (i < attempts.size() && !attempts.get(i).beginsTurn());
      int number = turns.size() + 1;
      turns.add(
          new TurnReport(
              number,
              attempts.subList(begin, i),
              calls.stream().filter(call -> call.turn() == number).toList()));
    }
    return turns;
  }

  /** Returns the tokens of the requests, as far as servers counted them. */
  public long inputTokens() {
    return TokenSums.sum(attempts.stream().mapToLong(AttemptReport::inputTokens));
  }

  /** Returns the tokens of the answers, as far as servers counted them. */
  public long outputTokens() {
    return TokenSums.sum(attempts.stream().mapToLong(AttemptReport::outputTokens));
  }

  /** Returns the cost of the requests. */
  public Cost cost() {
    return attempts.stream().map(AttemptReport::cost).reduce(Cost.NONE, Cost::plus);
  }
}
