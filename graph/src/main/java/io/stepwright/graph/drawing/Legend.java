package io.stepwright.graph.drawing;

import static io.stepwright.graph.drawing.Markup.escape;
import static io.stepwright.graph.drawing.Markup.number;

import io.stepwright.graph.drawing.Picture.Mark;
import java.util.List;

/** Draws a legend in as many rows as its width requires. */
public final class Legend {

  private static final double ROW = 24;
  private static final double SIGN = 34;
  private static final double GAP = 22;
  private static final double MARGIN = 6;

  private Legend() {}

  /** The appearance of a sign. */
  public enum Sign {
    LINE,
    BOX,
    STACK,
    FORK,
    PILL,
    DOUBLE_PILL,
    CHIP,
    BOLT,
    TICK
  }

  /**
   * A sign with its meaning.
   *
   * @param sign the appearance
   * @param classes its CSS classes, separated by spaces
   * @param text the meaning
   */
  public record Item(Sign sign, String classes, String text) {}

  /**
   * Draws a legend.
   *
   * @param width the available width in pixels; a wider item has its own row
   */
  public static SvgDrawing of(List<Item> items, double width) {
    StringBuilder svg = new StringBuilder("<g class=\"legend\">\n");
    double x = MARGIN;
    double y = MARGIN;
    double widest = 0;
    for (Item item : items) {
      double needed = SIGN + 8 + TextWidth.of(item.text(), NodeSize.DETAIL, false);
      if (x > MARGIN && x + needed > width - MARGIN) {
        x = MARGIN;
        y += ROW;
      }
      svg.append("<g class=\"").append(escape(item.classes())).append("\" transform=\"translate(");
      svg.append(number(x)).append(',').append(number(y)).append(")\">");
      svg.append(sign(item.sign()));
      svg.append("<text class=\"detail\" x=\"").append(number(SIGN + 8)).append("\" y=\"8\">");
      svg.append(escape(item.text())).append("</text></g>\n");
      widest = Math.max(widest, x + needed);
      x += needed + GAP;
    }
    return new SvgDrawing(widest + MARGIN, y + ROW, svg.append("</g>\n").toString(), 0);
  }

  private static String sign(Sign sign) {
    String box = "<rect class=\"box\" x=\"3\" width=\"26\" height=\"16\" rx=\"4\"/>";
    String bar = "<rect class=\"bar\" x=\"3\" y=\"3\" width=\"4\" height=\"10\" rx=\"2\"/>";
    String chip = "<rect class=\"pill\" x=\"3\" width=\"28\" height=\"16\" rx=\"8\"/>";
    return switch (sign) {
      case CHIP -> chip;
      case BOLT -> chip + Chips.mark(Mark.BOLT, 17, 8);
      case TICK -> chip + Chips.mark(Mark.TICK, 17, 8);
      case LINE ->
          "<path class=\"line\" d=\"M0 8H28\"/><path class=\"head\" d=\"M34 8l-7 -3.5v7z\"/>";
      case BOX -> box + bar;
      case STACK ->
          "<rect class=\"behind\" x=\"7\" y=\"4\" width=\"26\" height=\"16\" rx=\"4\"/>"
              + box
              + bar;
      case FORK ->
          box + bar + "<path class=\"fork\" d=\"M11 8h4c3 0 3 -4 6 -4h3m-9 4c3 0 3 4 6 4h3\"/>";
      case PILL -> "<rect class=\"box\" x=\"3\" width=\"28\" height=\"16\" rx=\"8\"/>";
      case DOUBLE_PILL ->
          "<rect class=\"box\" x=\"3\" width=\"28\" height=\"16\" rx=\"8\"/>"
              + "<rect class=\"inner\" x=\"5.5\" y=\"2.5\" width=\"23\" height=\"11\" rx=\"5.5\"/>";
    };
  }
}
