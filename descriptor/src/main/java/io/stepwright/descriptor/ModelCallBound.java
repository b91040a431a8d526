package io.stepwright.descriptor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * The upper bound of the requests that one run sends to models, including all attempts, repairs and
 * fallbacks. The lengths of lists are not known at compile time, so fan-outs are counted for one
 * item of each list. Calls made by code, which includes tools that code runs, are not counted.
 * Immutable.
 *
 * @param fixed the requests of steps that run once at most
 * @param perItem the requests for one item of a list, by the list's path
 */
public record ModelCallBound(int fixed, Map<String, Integer> perItem) {

  /** A number of requests that is too large to be a bound in practice. */
  public static final int NO_BOUND = Integer.MAX_VALUE;

  /** Copies the map. */
  public ModelCallBound {
    perItem = Collections.unmodifiableMap(new LinkedHashMap<>(perItem));
  }

  /** Returns the sum of two numbers of requests, at most {@link #NO_BOUND}. */
  public static int plus(int a, int b) {
    return (int) Math.min(NO_BOUND, (long) a + b);
  }

  /** Returns the product of two numbers of requests, at most {@link #NO_BOUND}. */
  public static int times(int a, int b) {
    return (int) Math.min(NO_BOUND, (long) a * b);
  }

  /** Returns the bound in words: {@code at most 9 model calls, and 3 for each of pages}. */
  public String text() {
    return words(
        calls -> (calls == NO_BOUND ? "" : "at most ") + calls(calls), UnaryOperator.identity());
  }

  /**
   * Returns the bound for use after a heading that names the unit: {@code 9 at most, and 3 for each
   * of pages}.
   *
   * @param shown formats the path of a list
   */
  public String figures(UnaryOperator<String> shown) {
    return words(
        calls -> calls == NO_BOUND ? "more than can be counted" : calls + " at most", shown);
  }

  private String words(IntFunction<String> first, UnaryOperator<String> shown) {
    List<String> parts = new ArrayList<>();
    if (fixed > 0 || perItem.isEmpty()) {
      parts.add(first.apply(fixed));
    }
    perItem.forEach(
        (list, calls) ->
            parts.add(
                (parts.isEmpty() ? first.apply(calls) : figure(calls))
                    + " for each of "
                    + shown.apply(list)));
    return String.join(", and ", parts);
  }

  private static String figure(int calls) {
    return calls == NO_BOUND ? "more than can be counted" : String.valueOf(calls);
  }

  /** Returns a number of model calls in words. */
  public static String calls(int calls) {
    if (calls == NO_BOUND) {
      return "more model calls than can be counted";
    }
    return calls == 1 ? "1 model call" : calls + " model calls";
  }
}
