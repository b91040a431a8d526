package io.stepwright.graph.source;

import java.nio.file.Path;

/**
 * A line of a source file.
 *
 * @param file the file
 * @param line the number, from 1
 */
public record SourceLine(Path file, int line) {

  /** Returns the file and line for display, such as {@code Onboarding.java:23}. */
  public String display() {
    return file.getFileName() + ":" + line;
  }
}
