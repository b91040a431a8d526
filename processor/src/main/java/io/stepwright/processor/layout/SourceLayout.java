package io.stepwright.processor.layout;

/** Lays out generated source as google-java-format does. Thread-safe. */
public final class SourceLayout {

  private SourceLayout() {}

  /**
   * Lays out a source file in lines of at most 100 columns. Changes only blanks, the margins of
   * text blocks and the lines of documentation comments, and splits strings that are too long into
   * sums. A member with unsupported syntax is copied unchanged, as is the file if the syntax
   * outside of its members is unsupported.
   *
   * @param source a file that compiles
   */
  public static String format(String source) {
    try {
      FileLayout layout = new FileLayout(source);
      String formatted = Printer.print(layout.file());
      String split = layout.isKnown() ? LongStrings.split(formatted) : formatted;
      return split.equals(formatted) ? formatted : Printer.print(new FileLayout(split).file());
    } catch (UnknownCodeException unknown) {
      return source;
    }
  }
}
