package io.stepwright.graph.drawing;

/**
 * Estimates the largest width of text. The reader's font is unknown, so the widths are those of
 * DejaVu Sans and Verdana, the widest of the common fonts, rounded up.
 */
final class TextWidth {

  private static final double BOLD = 1.13;

  private TextWidth() {}

  /**
   * Returns the width in pixels.
   *
   * @param size the size of the font in pixels
   */
  static double of(String text, double size, boolean bold) {
    double width = text.codePoints().mapToDouble(TextWidth::of).sum();
    return width * size * (bold ? BOLD : 1);
  }

  private static double of(int character) {
    if (character > 0x2E7F) { // Chinese, Japanese, Korean, pictographs.
      return 1.2;
    }
    if (character > 0x7E) {
      return "·–’‘".indexOf(character) >= 0 ? 0.5 : 1;
    }
    if ("ijl'|".indexOf(character) >= 0) {
      return 0.34;
    }
    if (" .,:;!/\\()[]ftrI-`".indexOf(character) >= 0) {
      return 0.46;
    }
    if ("mMW@%".indexOf(character) >= 0) {
      return 1.02;
    }
    if ("wOQGDHNU+=<>#~".indexOf(character) >= 0) {
      return 0.86;
    }
    return Character.isUpperCase(character) ? 0.76 : 0.66;
  }
}
