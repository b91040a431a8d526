package io.stepwright.report;

import java.io.Console;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** The capabilities of standard output. */
public final class Terminal {

  private static final int USUAL_WIDTH = 100;

  private Terminal() {}

  /**
   * Returns true if colours should be used: standard output is a terminal, the environment variable
   * {@code NO_COLOR} is empty or not set, and {@code TERM} is not {@code dumb}.
   */
  public static boolean hasColour() {
    return hasColour(isTerminal(), System.getenv("NO_COLOR"), System.getenv("TERM"));
  }

  /** Returns the columns that the environment variable {@code COLUMNS} tells; else 100. */
  public static int width() {
    return width(System.getenv("COLUMNS"));
  }

  static boolean hasColour(boolean terminal, @Nullable String noColour, @Nullable String term) {
    return terminal && (noColour == null || noColour.isEmpty()) && !"dumb".equals(term);
  }

  static int width(@Nullable String columns) {
    return columns != null && columns.matches("[1-9][0-9]{0,3}")
        ? Integer.parseInt(columns)
        : USUAL_WIDTH;
  }

  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      // From JDK 22 on, a console may not be a terminal; earlier JDKs do not have this method.
      return (boolean)
          MethodHandles.publicLookup()
              .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class))
              .invokeExact(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (Throwable e) {
      return false;
    }
  }
}
