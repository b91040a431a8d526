package io.stepwright.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds keys that have the prefix of the project and do not exist. Otherwise a setting with a typo
 * would be ignored silently.
 */
final class UnknownKeys {

  private final List<String> problems = new ArrayList<>();

  private UnknownKeys() {}

  static List<String> in(Sources sources) {
    UnknownKeys unknown = new UnknownKeys();
    unknown.keys("set on the builder", sources.builder().keySet());
    List<String> system = new ArrayList<>();
    for (String key : sources.system().keySet()) {
      if (!KnownKeys.isOfTool(key)) {
        system.add(key);
      }
    }
    unknown.keys("a system property", system);
    unknown.variables(sources.environment().keySet());
    unknown.keys("in " + Sources.FILE, sources.file().keySet());
    return unknown.problems;
  }

  private void keys(String place, Collection<String> keys) {
    for (String key : new TreeSet<>(keys)) {
      if (!KnownKeys.isKnown(key)) {
        add(key, place, nearest(key), KnownKeys.ofSameGroup(key));
      }
    }
  }

  /** Returns the most similar key; the unknown key may lack the prefix of all keys. */
  private static Optional<String> nearest(String key) {
    String whole = key.startsWith(KnownKeys.PREFIX) ? key : KnownKeys.PREFIX + key;
    return KnownKeys.isKnown(whole) ? Optional.of(whole) : KnownKeys.nearest(whole);
  }

  private void variables(Collection<String> names) {
    for (String name : new TreeSet<>(names)) {
      if (name.startsWith(KnownKeys.ENVIRONMENT_PREFIX)
          && !name.startsWith(KnownKeys.ENVIRONMENT_TEST_PREFIX)
          && !KnownKeys.isKnownVariable(name)) {
        add(
            name,
            "an environment variable",
            KnownKeys.nearestVariable(name),
            KnownKeys.variablesOfSameGroup(name));
      }
    }
  }

  private void add(String key, String place, Optional<String> nearest, List<String> existing) {
    String hint =
        nearest
            .map("Did you mean '%s'?"::formatted)
            .orElse(
                existing.isEmpty()
                    ? "Remove it."
                    : "Remove it, or write one of those that exist: %s."
                        .formatted(String.join(", ", existing)));
    problems.add("Unknown setting '%s' (%s). %s".formatted(Excerpt.of(key), place, hint));
  }
}
