package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import java.util.regex.Pattern;

/** Judges how long a line will be, which JavaPoet does not know before imports are settled. */
final class Lines {

  private static final int LONGEST = 100;
  private static final Pattern QUALIFIER = Pattern.compile("\\b(?:[a-z_]\\w*+\\.)++(?=[A-Z])");

  private Lines() {}

  /** Whether code fits on one line after what stands before it, a semicolon included. */
  static boolean fits(String before, CodeBlock code) {
    String text = code.toString();
    return !text.contains("\n") && before.length() + simple(text).length() < LONGEST;
  }

  /** The code as it will look when all types are imported; string literals stay as they are. */
  static String simple(String code) {
    String[] parts = code.split("\"", -1);
    for (int i = 0; i < parts.length; i += 2) {
      parts[i] = QUALIFIER.matcher(parts[i]).replaceAll("");
    }
    return String.join("\"", parts);
  }
}
