package io.stepwright.processor.diagnostics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Collects the problems of one agent. A problem is kept once, although several entry points may
 * meet it: problems at one place that begin with the same sentence are the same. Not thread-safe.
 */
public final class Diagnostics {

  private final Severities severities;
  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  /** An empty collection, with the severities that the build asks for. */
  public Diagnostics(Severities severities) {
    this.severities = severities;
  }

  /**
   * Adds a problem.
   *
   * @param id its kind
   * @param place where it is
   * @param sentences what is wrong; where it comes from; how to fix it
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
        .replace(" \n", "\n"); // An excerpt of a file begins on a line of its own.
  }

  /** Whether anything was reported that fails the build. */
  public boolean hasErrors() {
    return all.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }

  /**
   * All problems: cycles first, since they explain others, then in the order in which they were
   * found.
   */
  public List<Diagnostic> all() {
    List<Diagnostic> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparing(diagnostic -> diagnostic.id() != DiagnosticId.CYCLE));
    return sorted;
  }
}
