package io.stepwright.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of the settings whose keys contain no name. Each is read once. Immutable. */
final class Values {

  private final Map<String, Object> values = new HashMap<>();

  private Values() {}

  /** Reads all settings, and adds a message for each wrong one to the problems. */
  static Values of(Sources sources, List<String> problems) {
    Values values = new Values();
    for (Setting<?> setting : Settings.ALL) {
      if (setting.key().isNamed()) {
        check(setting, sources, problems);
      } else {
        String key = setting.key().text();
        Object value = read(setting, key, sources.find(key), problems);
        value = value == null ? setting.usual() : value;
        if (value != null) {
          values.values.put(key, value);
        }
      }
    }
    return values;
  }

  private static void check(Setting<?> setting, Sources sources, List<String> problems) {
    SettingKey key = setting.key();
    for (String set : sources.keys()) {
      if (key.matches(set)) {
        read(setting, set, sources.find(set), problems);
      }
    }
    // The name that a variable stands for is not known yet, but its value can be checked.
    if (key.endsInName()) {
      for (String variable : sources.variables()) {
        if (key.matchesVariable(variable)) {
          read(setting, variable, sources.variable(variable), problems);
        }
      }
    }
  }

  private static @Nullable Object read(
      Setting<?> setting, String where, @Nullable String text, List<String> problems) {
    try {
      return text == null ? null : setting.reader().read(where, text);
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Returns the configured value, or else the default; null if there is neither. */
  @SuppressWarnings("unchecked") // The value was stored under the key of this setting.
  <T> @Nullable T find(Setting<T> setting) {
    return (T) values.get(setting.key().text());
  }

  /** Returns the configured value, or else the default, which must exist. */
  <T> T get(Setting<T> setting) {
    return Objects.requireNonNull(find(setting));
  }
}
