package io.stepwright.processor.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the problems of one agent. A problem that several entry points encounter is kept once:
 * two problems are the same if their id, their position and their first sentence are equal. Not
 * thread-safe.
 */
public final class Diagnostics {

  private final Severities severities;
  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  /** Creates an empty collection that uses the severities of the build. */
  public Diagnostics(Severities severities) {
    this.severities = severities;
  }

  /**
   * Adds a problem.
   *
   * @param id its kind
   * @param place the source position
   * @param sentences the problem, its cause and its fix; empty sentences are left out
   */
  public void report(DiagnosticId id, Place place, String... sentences) {
    Severity severity = severities.of(id);
    if (severity == Severity.IGNORE
        || (severity == Severity.WARNING && place.suppresses(id))
        || !seen.add(List.of(id, place, sentences[0]))) {
      return;
    }
    String message = "[" + id.displayName() + "] " + text(sentences);
    all.add(new Diagnostic(id, severity, message, place));
  }

  private static String text(String... sentences) {
    return Arrays.stream(sentences)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(" "))
        .replace(" \n", "\n"); // An excerpt of a file begins on its own line.
  }

  /** Returns whether an error was reported, which fails the build. */
  public boolean hasErrors() {
    return all.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }

  /**
   * Returns the message of the first error.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public String firstError() {
    return all().stream()
        .filter(diagnostic -> diagnostic.severity() == Severity.ERROR)
        .map(Diagnostic::message)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Returns all problems: cycles first, because they explain other problems, then the rest in the
   * order in which they were found.
   */
  public List<Diagnostic> all() {
    List<Diagnostic> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(diagnostic -> diagnostic.id() != DiagnosticId.CYCLE));
    return sorted;
  }
}
