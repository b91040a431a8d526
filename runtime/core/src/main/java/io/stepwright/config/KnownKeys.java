package io.stepwright.config;

import static io.stepwright.config.SettingKey.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys and variables that exist, and candidates for the correction of unknown ones. */
final class KnownKeys {

  static final String PREFIX = "stepwright.";
  static final String ENVIRONMENT_PREFIX = "STEPWRIGHT_";
  static final String ENVIRONMENT_TEST_PREFIX = "STEPWRIGHT_TEST_";

  // Loops where every process comes by, because the classes of streams are loaded before the first
  // call of an agent.
  private static final List<SettingKey> ALL = new ArrayList<>();
  private static final List<SettingKey> OF_PROVIDER = new ArrayList<>();
  private static final List<SettingKey> OF_SERVER = new ArrayList<>();

  static {
    for (Setting<?> setting : Settings.ALL) {
      ALL.add(setting.key());
      if (setting.key().placeholder() == Placeholder.PROVIDER) {
        OF_PROVIDER.add(setting.key());
      } else if (setting.key().placeholder() == Placeholder.SERVER) {
        OF_SERVER.add(setting.key());
      }
    }
  }

  private static final int MOST_PARTS = 10;

  private KnownKeys() {}

  static boolean isKnown(String key) {
    for (SettingKey known : ALL) {
      if (known.matches(key)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether a system property is meant for a tool that runs in the same process: builds and
   * benchmarks. Maven passes them to the tests that it runs.
   */
  static boolean isOfTool(String property) {
    return property.equals("stepwright.pairs")
        || property.equals("stepwright.mcp.server")
        || property.equals("stepwright.mcp.check")
        || isLonger(property, "stepwright.build.")
        || isLonger(property, "stepwright.graph.");
  }

  private static boolean isLonger(String property, String prefix) {
    return property.startsWith(prefix) && property.length() > prefix.length();
  }

  static boolean isKnownVariable(String variable) {
    for (SettingKey known : ALL) {
      if (known.matchesVariable(variable)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the keys of the same group as an unknown key; empty if it belongs to no group. */
  static List<String> ofSameGroup(String unknown) {
    List<SettingKey> named = named(unknown);
    if (!named.isEmpty()) {
      int start = named.get(0).prefix().length();
      int end = unknown.lastIndexOf('.');
      String name = end < start ? placeholder(named) : unknown.substring(start, end);
      return named.stream().map(key -> key.with(Excerpt.of(name))).toList();
    }
    String group = unknown.substring(0, unknown.indexOf('.', PREFIX.length()) + 1);
    return group.isEmpty() ? List.of() : usual().filter(key -> key.startsWith(group)).toList();
  }

  /** Returns the variables of the same group as an unknown one; empty if it belongs to no group. */
  static List<String> variablesOfSameGroup(String unknown) {
    List<SettingKey> named = namedByVariable(unknown);
    if (!named.isEmpty()) {
      return named.stream()
          .map(key -> variable(key.prefix()) + "<NAME>" + variable(key.suffix()))
          .toList();
    }
    String group = unknown.substring(0, unknown.indexOf('_', ENVIRONMENT_PREFIX.length()) + 1);
    return group.isEmpty()
        ? List.of()
        : usual().map(SettingKey::variable).filter(name -> name.startsWith(group)).toList();
  }

  /** Returns the keys of the providers or of the MCP servers if a key is in their group. */
  private static List<SettingKey> named(String key) {
    return key.startsWith(OF_PROVIDER.get(0).prefix())
        ? OF_PROVIDER
        : key.startsWith(OF_SERVER.get(0).prefix()) ? OF_SERVER : List.of();
  }

  private static List<SettingKey> namedByVariable(String variable) {
    return variable.startsWith(variable(OF_PROVIDER.get(0).prefix()))
        ? OF_PROVIDER
        : variable.startsWith(variable(OF_SERVER.get(0).prefix())) ? OF_SERVER : List.of();
  }

  private static String placeholder(List<SettingKey> named) {
    return Objects.requireNonNull(named.get(0).placeholder()).text();
  }

  private static Stream<String> usual() {
    return ALL.stream().map(SettingKey::usual).filter(Objects::nonNull);
  }

  /** Returns the most similar key to an unknown one. */
  static Optional<String> nearest(String unknown) {
    List<SettingKey> named = named(unknown);
    if (named.isEmpty()) {
      return Nearest.to(unknown, candidates(unknown));
    }
    // The name of the provider is as long as the user likes, and does not make ends similar.
    int end = Math.max(unknown.lastIndexOf('.'), named.get(0).prefix().length());
    return Nearest.to(unknown.substring(end), named.stream().map(SettingKey::suffix).toList())
        .map(suffix -> unknown.substring(0, end) + suffix);
  }

  /** Returns the keys that an unknown key may stand for. */
  static List<String> candidates(String unknown) {
    if (!named(unknown).isEmpty()) {
      return ofSameGroup(unknown);
    }
    List<String> candidates = new ArrayList<>(usual().toList());
    String[] parts = unknown.split("\\.", -1);
    for (SettingKey key : ALL) {
      if (key.usual() == null && parts.length > least(key)) {
        candidates.add(key.with(key.endsInName() ? rest(unknown, parts) : parts[2]));
      }
    }
    return candidates;
  }

  /** Returns the most similar variable to an unknown one. */
  static Optional<String> nearestVariable(String unknown) {
    List<SettingKey> named = namedByVariable(unknown);
    return named.isEmpty()
        ? Nearest.to(unknown, candidateVariables(unknown))
        : nearestOfNamed(unknown, named);
  }

  /** Returns the variables that an unknown variable may stand for. */
  private static List<String> candidateVariables(String unknown) {
    List<String> candidates = new ArrayList<>(usual().map(SettingKey::variable).toList());
    String[] parts = unknown.split("_", -1);
    for (SettingKey key : ALL) {
      if (key.usual() == null && parts.length > least(key)) {
        candidates.add(
            key.endsInName()
                ? variable(key.prefix()) + rest(unknown, parts)
                : variable(key.with(parts[2])));
      }
    }
    return candidates;
  }

  /** Returns the number of parts that a key with a name must exceed. */
  private static int least(SettingKey key) {
    return key.endsInName() ? 2 : 3;
  }

  /** Returns the text after the first two parts. */
  private static String rest(String unknown, String[] parts) {
    return unknown.substring(parts[0].length() + parts[1].length() + 2);
  }

  /** Compares the end of a variable, from each underscore that may end a name. */
  private static Optional<String> nearestOfNamed(String unknown, List<SettingKey> named) {
    List<String> suffixes = named.stream().map(key -> variable(key.suffix())).toList();
    int start = named.get(0).prefix().length();
    int end = unknown.indexOf('_', start);
    for (int i = 0; i < MOST_PARTS && end > 0; i++) {
      String name = unknown.substring(0, end);
      Optional<String> suffix = Nearest.to(unknown.substring(end), suffixes);
      if (suffix.isPresent()) {
        return Optional.of(name + suffix.get());
      }
      end = unknown.indexOf('_', end + 1);
    }
    return Optional.empty();
  }
}
