package io.stepwright.benchmarks.result;

import java.util.List;
import java.util.function.Predicate;

/**
 * The figures of a benchmark. Repeated measurements are combined by their median. Immutable.
 *
 * @param rows the rows of all parts
 */
public record Figures(List<Row> rows) {

  /** Copies the list. */
  public Figures {
    rows = List.copyOf(rows);
  }

  /**
   * Returns the rows that have some texts.
   *
   * @param pairs alternately a key and its text
   */
  public Figures where(String... pairs) {
    Predicate<Row> holds = row -> true;
    for (int i = 0; i < pairs.length; i += 2) {
      String key = pairs[i];
      String text = pairs[i + 1];
      holds = holds.and(row -> row.text(key).equals(text));
    }
    return new Figures(rows.stream().filter(holds).toList());
  }

  /** Returns whether there are no rows, of measurements or failures. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Returns the distinct texts of a key, in the order of the rows. */
  public List<String> texts(String key) {
    return rows.stream()
        .map(row -> row.text(key))
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  /** Returns the median of a number; NaN if no row has it. */
  public double median(String key) {
    return quantile(key, 0.5);
  }

  /** Returns the least value of a number; NaN if no row has it. */
  public double least(String key) {
    return quantile(key, 0);
  }

  /** Returns the greatest value of a number; NaN if no row has it. */
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

  /** Returns the reasons why measurements failed; empty if none did. */
  public List<String> failures() {
    return rows.stream().filter(Row::isFailure).map(row -> row.text("failed")).distinct().toList();
  }
}
