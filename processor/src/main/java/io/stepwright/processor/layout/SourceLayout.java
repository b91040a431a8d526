package io.stepwright.processor.layout;

/** Lays out generated source as google-java-format does. Thread-safe. */
public final class SourceLayout {

  private SourceLayout() {}

  /**
   * Lays out a source file in lines of at most 100 columns. Only blanks, the margins of text
   * blocks, and the lines of documentation comments change, and strings that are too long become
   * sums. A member in which something is not known stays as it is; so does the file, if that is
   * outside of its members.
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
