package io.stepwright.graph.drawing;

import static io.stepwright.graph.drawing.Markup.escape;
import static io.stepwright.graph.drawing.Markup.number;

import io.stepwright.graph.drawing.Picture.Chip;
import io.stepwright.graph.drawing.Picture.Mark;
import java.util.ArrayList;
import java.util.List;

/** Places and draws the small nodes inside a box, in as many rows as they need. */
final class Chips {

  private static final double HEIGHT = 20;
  private static final double GAP = 6;
  private static final double PADDING = 9;
  private static final double MARK = 13;

  /** The width of a row, unless a chip or a text of the box is wider. */
  private static final double ROW = 240;

  private Chips() {}

  static double width(Chip chip) {
    return TextWidth.of(chip.text(), NodeSize.DETAIL, false)
        + 2 * PADDING
        + MARK * chip.marks().size();
  }

  /**
   * Divides chips into rows.
   *
   * @param least the width that a row has at least, in pixels
   */
  static List<List<Chip>> rows(List<Chip> chips, double least) {
    double most = Math.max(ROW, least);
    for (Chip chip : chips) {
      most = Math.max(most, width(chip));
    }
    List<List<Chip>> rows = new ArrayList<>();
    double x = 0;
    for (Chip chip : chips) {
      if (rows.isEmpty() || x + width(chip) > most) {
        rows.add(new ArrayList<>());
        x = 0;
      }
      rows.get(rows.size() - 1).add(chip);
      x += width(chip) + GAP;
    }
    return rows;
  }

  /** Returns the width of the widest row. */
  static double width(List<List<Chip>> rows) {
    double widest = 0;
    for (List<Chip> row : rows) {
      widest = Math.max(widest, row.stream().mapToDouble(chip -> width(chip) + GAP).sum() - GAP);
    }
    return widest;
  }

  /** Returns the height of the rows, with the gaps between them and one above. */
  static double height(List<List<Chip>> rows) {
    return rows.size() * (HEIGHT + GAP);
  }

  /** Draws rows below a line of text, whose bottom is at {@code top}. */
  static void draw(List<List<Chip>> rows, double left, double top, StringBuilder svg) {
    double y = top + GAP;
    for (List<Chip> row : rows) {
      double x = left;
      for (Chip chip : row) {
        draw(chip, x, y, svg);
        x += width(chip) + GAP;
      }
      y += HEIGHT + GAP;
    }
  }

  private static void draw(Chip chip, double x, double y, StringBuilder svg) {
    svg.append("<g class=\"chip");
    chip.classes().forEach(name -> svg.append(' ').append(escape(name)));
    svg.append("\"><rect class=\"pill\" x=\"").append(number(x)).append("\" y=\"");
    svg.append(number(y)).append("\" width=\"").append(number(width(chip)));
    svg.append("\" height=\"").append(number(HEIGHT)).append("\" rx=\"10\"/><text x=\"");
    svg.append(number(x + PADDING)).append("\" y=\"").append(number(y + HEIGHT / 2));
    svg.append("\" text-anchor=\"start\">").append(escape(chip.text())).append("</text>");
    // Texts may be narrower than estimated, so the marks stand at the right end.
    double at = x + width(chip) - PADDING - MARK * chip.marks().size() + MARK;
    for (Mark mark : chip.marks()) {
      svg.append(mark(mark, at - MARK / 2 + 2, y + HEIGHT / 2));
      at += MARK;
    }
    svg.append("</g>");
  }

  /** Returns a sign around a point. */
  static String mark(Mark mark, double x, double y) {
    String at = number(x) + "," + number(y);
    return switch (mark) {
      case BOLT ->
          "<path class=\"bolt\" transform=\"translate(%s)\" d=\"M1.5 -6l-5.5 7h3.5l-1 5l5.5 -7h-3.5z\"/>"
              .formatted(at);
      case TICK ->
          "<path class=\"tick-mark\" transform=\"translate(%s)\" d=\"M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0m2.6 .2l1.8 1.9l3 -4\"/>"
              .formatted(at);
    };
  }
}
