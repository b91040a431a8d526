package io.stepwright.examples.server;

/**
 * The options of the command line.
 *
 * @param scale the factor by which simulated latencies are multiplied
 */
public record Options(double scale) {

  /** The usage text of a program. */
  public static final String USAGE =
      "usage: [--scale FACTOR]   e.g. --scale 0.1 for a tenth of the times";

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if it is not as {@link #USAGE} says
   */
  public static Options parse(String... arguments) {
    if (arguments.length == 0) {
      return new Options(1);
    }
    if (arguments.length == 2 && arguments[0].equals("--scale")) {
      try {
        double scale = Double.parseDouble(arguments[1]);
        if (scale > 0 && scale <= 100) {
          return new Options(scale);
        }
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(USAGE, e);
      }
    }
    throw new IllegalArgumentException(USAGE);
  }
}
