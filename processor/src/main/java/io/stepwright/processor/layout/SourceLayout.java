package io.stepwright.processor.layout;

/** Lays out generated source as google-java-format does. Thread-safe. */
public final class SourceLayout {

  private SourceLayout() {}

  /**
   * Lays out a source file in lines of at most 100 columns. Only blanks, the margins of text
   * blocks, and the lines of documentation comments change. A member in which something is not
   * known stays as it is; so does the file, if that is outside of its members.
   *
   * @param source a file that compiles
   */
  public static String format(String source) {
    try {
      return Printer.print(new FileLayout(source).file());
    } catch (UnknownCodeException unknown) {
      return source;
    }
  }
}
