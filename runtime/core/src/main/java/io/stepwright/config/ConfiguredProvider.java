package io.stepwright.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A provider that has a setting. Immutable.
 *
 * @param name its name; if it is known from the environment only, the usual one for the variable:
 *     in lower case, with dashes
 * @param setting the key or the variable of one of its settings
 */
public record ConfiguredProvider(String name, String setting) {

  /** Returns the providers of all keys and variables, each once, in the order of their names. */
  static List<ConfiguredProvider> in(Sources sources) {
    Map<String, ConfiguredProvider> found = new TreeMap<>();
    Map<String, ConfiguredProvider> ofVariables = new TreeMap<>();
    List<String> variables = new ArrayList<>();
    for (String variable : sources.variables()) {
      if (variable.startsWith(KnownKeys.ENVIRONMENT_PREFIX)) {
        variables.add(variable);
      }
    }
    for (Setting<?> setting : Settings.ALL) {
      SettingKey key = setting.key();
      if (key.placeholder() != Placeholder.PROVIDER) {
        continue;
      }
      for (String set : sources.keys()) {
        if (key.matches(set) && sources.find(set) != null) {
          String name = key.nameIn(set);
          found.putIfAbsent(name, new ConfiguredProvider(name, set));
        }
      }
      for (String variable : variables) {
        if (key.matchesVariable(variable) && sources.variable(variable) != null) {
          String name = nameIn(variable, key);
          ofVariables.putIfAbsent(name, new ConfiguredProvider(name, variable));
        }
      }
    }
    for (ConfiguredProvider provider : ofVariables.values()) {
      if (!provider.isOneOf(found.keySet())) {
        found.put(provider.name, provider);
      }
    }
    return new ArrayList<>(found.values());
  }

  private static String nameIn(String variable, SettingKey key) {
    int start = SettingKey.variable(key.prefix()).length();
    int end = variable.length() - SettingKey.variable(key.suffix()).length();
    return variable.substring(start, end).toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Tells whether the setting is for one of these providers. */
  public boolean isOneOf(Collection<String> names) {
    if (!setting.startsWith(KnownKeys.ENVIRONMENT_PREFIX)) {
      return names.contains(name);
    }
    String variable = SettingKey.variable(name);
    for (String other : names) {
      if (SettingKey.variable(other).equals(variable)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the name and the setting for messages, shortened if they are long. */
  public String describe() {
    return "provider '" + Excerpt.of(name) + "' (" + Excerpt.of(setting) + ")";
  }
}
