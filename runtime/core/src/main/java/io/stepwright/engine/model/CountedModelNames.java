package io.stepwright.engine.model;

import io.stepwright.config.Configuration;
import io.stepwright.config.ModelName;
import io.stepwright.spi.ModelAnswered;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names of answering models that metrics may count by. A server may send a new name with every
 * answer, and each name would be a meter that is never freed. So a name counts only if it was asked
 * for, is the dated version of the requested model, or has a price, up to a maximum per provider.
 * Thread-safe.
 */
public final class CountedModelNames {

  static final int MOST_NAMES = 100;

  /**
   * Suffixes of versioned models, such as {@code gpt-4o-2024-08-06}, {@code gpt-4-0613}; 0 stands
   * for any digit.
   */
  private static final List<String> DATES = List.of("-0000", "-00000000", "-0000-00-00");

  private final Configuration configuration;
  private final Map<String, Set<String>> namesByProvider = new ConcurrentHashMap<>();

  public CountedModelNames(Configuration configuration) {
    this.configuration = configuration;
  }

  /** Returns the name that metrics count an answer by. */
  String countedAs(String provider, String asked, String answered) {
    Set<String> names =
        namesByProvider.computeIfAbsent(provider, name -> ConcurrentHashMap.newKeySet());
    admit(names, asked);
    if (names.contains(answered)) {
      return answered;
    }
    return isKnown(provider, asked, answered) && admit(names, answered)
        ? answered
        : ModelAnswered.OTHER;
  }

  /** Tells whether a name is plausible; a server can still make up many plausible names. */
  private boolean isKnown(String provider, String asked, String answered) {
    // An environment variable sets the prices of all names that differ only in their punctuation.
    return isDated(asked, answered)
        || configuration.price(new ModelName(provider, answered)) != null;
  }

  private static boolean isDated(String asked, String answered) {
    if (!answered.startsWith(asked)) {
      return false;
    }
    StringBuilder form = new StringBuilder();
    for (int i = asked.length(); i < answered.length(); i++) {
      char c = answered.charAt(i);
      form.append(c >= '0' && c <= '9' ? '0' : c);
    }
    return DATES.contains(form.toString());
  }

  /** Adds a name unless there are too many. Concurrent calls may exceed the limit slightly. */
  private static boolean admit(Set<String> names, String name) {
    return names.contains(name) || (names.size() < MOST_NAMES && names.add(name));
  }
}
