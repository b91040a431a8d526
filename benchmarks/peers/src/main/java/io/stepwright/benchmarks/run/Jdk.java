package io.stepwright.benchmarks.run;

import java.nio.file.Path;

/**
 * A JDK to measure on.
 *
 * @param feature its version, such as 17
 * @param home where it is
 */
record Jdk(int feature, Path home) {

  /** Reads {@code 17=HOME}. */
  static Jdk parse(String argument) {
    int equals = argument.indexOf('=');
    return new Jdk(
        Integer.parseInt(argument.substring(0, equals)), Path.of(argument.substring(equals + 1)));
  }

  /** Its {@code java}. */
  String java() {
    return home.resolve("bin").resolve("java").toString();
  }
}
