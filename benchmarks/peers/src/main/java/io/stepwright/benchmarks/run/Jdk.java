package io.stepwright.benchmarks.run;

import java.nio.file.Path;

/**
 * A JDK on which the benchmark runs.
 *
 * @param feature its feature version, such as 17
 * @param home its home folder
 */
record Jdk(int feature, Path home) {

  /** Parses {@code 17=HOME}. */
  static Jdk parse(String argument) {
    int equals = argument.indexOf('=');
    return new Jdk(
        Integer.parseInt(argument.substring(0, equals)), Path.of(argument.substring(equals + 1)));
  }

  /** Returns the path of its {@code java} command. */
  String java() {
    return home.resolve("bin").resolve("java").toString();
  }
}
