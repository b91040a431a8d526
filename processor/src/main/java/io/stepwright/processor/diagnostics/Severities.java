package io.stepwright.processor.diagnostics;

import io.stepwright.config.Nearest;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The severities of the diagnostics in a build: the defaults, unless {@code
 * -Astepwright.severity=UnusedStep:error,…} changes them. The severity of diagnostics that are
 * errors by default cannot be changed. Immutable.
 */
public final class Severities {

  /** The name of the processor's option. */
  public static final String OPTION = "stepwright.severity";

  private final Map<DiagnosticId, Severity> chosen;

  private Severities(Map<DiagnosticId, Severity> chosen) {
    this.chosen = chosen;
  }

  /** Returns the default severities. */
  public static Severities defaults() {
    return new Severities(Map.of());
  }

  /** Parses the option. */
  public static Severities parse(String text, Set<String> problems) {
    Map<DiagnosticId, Severity> chosen = new EnumMap<>(DiagnosticId.class);
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        continue;
      }
      String[] halves = part.strip().split(":", 2);
      Optional<DiagnosticId> id = DiagnosticId.byName(halves[0].strip());
      Optional<Severity> severity = severity(halves.length == 2 ? halves[1].strip() : "");
      if (id.isEmpty()) {
        problems.add(
            "Option -A%s names an unknown diagnostic '%s'.%s"
                .formatted(OPTION, halves[0], Nearest.hint(halves[0], DiagnosticId.names())));
      } else if (severity.isEmpty()) {
        problems.add(
            "Option -A%s must say ignore, warning or error for %s, as in %s:error."
                .formatted(OPTION, halves[0], halves[0]));
      } else if (id.get().severity() == Severity.ERROR) {
        problems.add("Option -A%s cannot change %s: it is an error.".formatted(OPTION, halves[0]));
      } else {
        chosen.put(id.get(), severity.get());
      }
    }
    return new Severities(chosen);
  }

  /** Returns the severity of a diagnostic in this build. */
  Severity of(DiagnosticId id) {
    return chosen.getOrDefault(id, id.severity());
  }

  private static Optional<Severity> severity(String name) {
    Set<String> names = new LinkedHashSet<>();
    for (Severity severity : Severity.values()) {
      names.add(severity.name());
    }
    String upper = name.toUpperCase(Locale.ROOT);
    return names.contains(upper) ? Optional.of(Severity.valueOf(upper)) : Optional.empty();
  }
}
