package io.stepwright.benchmarks.result;

import java.util.List;
import java.util.function.Predicate;

/**
 * The figures of a run: medians over everything that was measured of the same thing. Immutable.
 *
 * @param rows of all parts
 */
public record Figures(List<Row> rows) {

  /** Copies the list. */
  public Figures {
    rows = List.copyOf(rows);
  }

  /** Those that have these texts: a key and its text in turn. */
  public Figures where(String... pairs) {
    Predicate<Row> holds = row -> true;
    for (int i = 0; i < pairs.length; i += 2) {
      String key = pairs[i];
      String text = pairs[i + 1];
      holds = holds.and(row -> row.text(key).equals(text));
    }
    return new Figures(rows.stream().filter(holds).toList());
  }

  /** Whether something was measured, or failed to be. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The different texts of a key, in the order in which they came. */
  public List<String> texts(String key) {
    return rows.stream()
        .map(row -> row.text(key))
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /** The median of a number; NaN if nothing has it. */
  public double median(String key) {
    return quantile(key, 0.5);
  }

  /** The least; NaN if nothing has it. */
  public double least(String key) {
    return quantile(key, 0);
  }

  /** The greatest; NaN if nothing has it. */
  public double greatest(String key) {
    return quantile(key, 1);
  }

  private double quantile(String key, double share) {
    double[] numbers =
        rows.stream()
            .map(row -> row.number(key))
            .filter(number -> number != null)
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    if (numbers.length == 0) {
      return Double.NaN;
    }
    double at = share * (numbers.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, numbers.length - 1);
    return numbers[below] + (at - below) * (numbers[above] - numbers[below]);
  }

  /** Why something could not be measured; empty if everything was. */
  public List<String> failures() {
    return rows.stream().filter(Row::isFailure).map(row -> row.text("failed")).distinct().toList();
  }
}
