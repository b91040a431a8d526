package io.stepwright.report;

import java.util.List;
import java.util.Locale;

/** Draws rows of bars on a common time axis, in ASCII. */
public final class Waterfall {

  private static final int LEAST_WIDTH = 40;
  private static final int LEAST_BAR = 10;
  private static final String ESCAPE = "\u001b[";
  private static final String OFF = ESCAPE + "0m";

  private Waterfall() {}

  /**
   * A row of the drawing.
   *
   * @param label the label
   * @param startNanos the start of the bar
   * @param durationNanos the length of the bar
   * @param mark a character for the final state
   * @param note the text behind the bar
   * @param fill the character that the bar consists of
   * @param colour the number of an ANSI colour, 0 for none
   */
  public record Row(
      String label,
      long startNanos,
      long durationNanos,
      char mark,
      String note,
      char fill,
      int colour) {

    /** Makes a row without colour. */
    public Row(String label, long startNanos, long durationNanos, char mark, String note) {
      this(label, startNanos, durationNanos, mark, note, '=', 0);
    }
  }

  /**
   * Draws rows, each as {@code mark label | === | duration note}.
   *
   * @param totalNanos the length of the axis
   * @param width the maximum length of a line in characters; at least 40 are used
   */
  public static String render(List<Row> rows, long totalNanos, int width) {
    return render(rows, totalNanos, width, false);
  }

  /**
   * Draws rows, each as {@code mark label | === | duration note}.
   *
   * @param totalNanos the length of the axis
   * @param width the maximum length of a line in characters; at least 40 are used
   * @param colour true if marks and bars have their colours, by ANSI escape sequences
   */
  public static String render(List<Row> rows, long totalNanos, int width, boolean colour) {
    int most = Math.max(width, LEAST_WIDTH);
    int labels = 0;
    int notes = 0;
    for (Row row : rows) {
      labels = Math.max(labels, row.label().length());
      notes = Math.max(notes, tail(row).length());
    }
    labels = Math.min(labels, most / 3);
    int bar = most - labels - 6 - Math.min(notes, most / 3);
    bar = Math.max(bar, LEAST_BAR);
    StringBuilder text = new StringBuilder();
    for (Row row : rows) {
      String line =
          row.mark()
              + " "
              + fit(row.label(), labels)
              + " |"
              + bar(row, Math.max(totalNanos, 1), bar)
              + "| "
              + tail(row);
      line = line.length() > most ? line.substring(0, most) : line.stripTrailing();
      int begin = 1 + 1 + labels + 2;
      text.append(colour ? coloured(line, row.colour(), begin, begin + bar) : line)
          .append(System.lineSeparator());
    }
    return text.toString();
  }

  /** Colours the mark and the bar of a line. */
  private static String coloured(String line, int colour, int begin, int end) {
    if (colour == 0 || line.length() < end) {
      return line;
    }
    String on = ESCAPE + colour + "m";
    return on
        + line.charAt(0)
        + OFF
        + line.substring(1, begin)
        + on
        + line.substring(begin, end)
        + OFF
        + line.substring(end);
  }

  /** Formats a time for display. */
  public static String time(long nanos) {
    double millis = nanos / 1e6;
    if (millis >= 1_000) {
      return String.format(Locale.ROOT, "%.2f s", millis / 1_000);
    }
    return millis >= 10
        ? String.format(Locale.ROOT, "%.0f ms", millis)
        : String.format(Locale.ROOT, "%.1f ms", millis);
  }

  private static String tail(Row row) {
    return row.durationNanos() == 0 ? row.note() : time(row.durationNanos()) + " " + row.note();
  }

  private static String bar(Row row, long total, int width) {
    int start = column(row.startNanos(), total, width);
    int end = column(row.startNanos() + row.durationNanos(), total, width);
    if (row.durationNanos() > 0 && end == start) {
      // At least one character for a duration above zero.
      start = Math.min(start, width - 1);
      end = start + 1;
    }
    return " ".repeat(start)
        + String.valueOf(row.fill()).repeat(end - start)
        + " ".repeat(width - end);
  }

  private static int column(long nanos, long total, int width) {
    return (int) Math.max(0, Math.min(width, Math.round((double) nanos / total * width)));
  }

  private static String fit(String label, int width) {
    return label.length() > width
        ? label.substring(0, Math.max(0, width - 2)) + ".."
        : label + " ".repeat(width - label.length());
  }
}
