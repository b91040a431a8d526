package io.stepwright.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The sources of settings, the highest precedence first. Immutable.
 *
 * @param builder the settings on the builder
 * @param system system properties
 * @param environment all environment variables, because providers read variables of their own
 * @param file the properties file of the class path
 */
public record Sources(
    Map<String, String> builder,
    Map<String, String> system,
    Map<String, String> environment,
    Map<String, String> file) {

  /** The name of the properties file on the class path. */
  public static final String FILE = "stepwright.properties";

  /** Copies the maps. */
  public Sources {
    builder = Map.copyOf(builder);
    system = Map.copyOf(system);
    environment = Map.copyOf(environment);
    file = Map.copyOf(file);
  }

  /**
   * Returns the sources of this process.
   *
   * @throws ConfigurationException if the properties file cannot be read
   */
  public static Sources ofProcess(Map<String, String> builder) {
    return new Sources(builder, strings(System.getProperties()), System.getenv(), load());
  }

  /** Returns the text of a key in the highest source that sets it; null if none does. */
  @Nullable String find(String key) {
    String value = set(builder, key);
    value = value != null ? value : set(system, key);
    value = value != null ? value : variable(SettingKey.variable(key));
    return value != null ? value : set(file, key);
  }

  /** Returns the text of an environment variable; null if it is not set. */
  @Nullable String variable(String name) {
    return set(environment, name);
  }

  /** Returns all keys that are set outside of the environment, sorted. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>(builder.keySet());
    keys.addAll(system.keySet());
    keys.addAll(file.keySet());
    return keys;
  }

  /** Returns the names of all environment variables, sorted. */
  Set<String> variables() {
    return new TreeSet<>(environment.keySet());
  }

  /** Returns the text of a key, stripped; null if it is not set or blank. */
  private static @Nullable String set(Map<String, String> source, String key) {
    String value = source.get(key);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static Map<String, String> load() {
    URL url = find();
    if (url == null) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (InputStream stream = url.openStream()) {
      properties.load(stream);
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigurationException(
          List.of("%s cannot be read: %s.".formatted(url, e.getClass().getSimpleName())));
    }
    return strings(properties);
  }

  private static @Nullable URL find() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    URL url = context == null ? null : context.getResource(FILE);
    return url != null ? url : Sources.class.getResource("/" + FILE);
  }

  private static Map<String, String> strings(Properties properties) {
    Map<String, String> strings = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      String value = properties.getProperty(name);
      if (value != null && name.startsWith(KnownKeys.PREFIX)) {
        strings.put(name, value);
      }
    }
    return strings;
  }

  /** Names the sources only, because values may be secret. */
  @Override
  public String toString() {
    return "Sources[builder, system properties, environment, " + FILE + "]";
  }
}
