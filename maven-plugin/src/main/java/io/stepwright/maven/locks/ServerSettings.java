package io.stepwright.maven.locks;

import io.stepwright.mcp.McpServers;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where a build finds the settings of MCP servers, and their names. */
public final class ServerSettings {

  private static final String PREFIX = "stepwright.mcp.";
  private static final String LOCK = ".json";

  private ServerSettings() {}

  /**
   * Makes the servers, with the settings that the application will have: system properties and
   * environment variables, then those of the pom, then the properties file of the application.
   *
   * @param pom addresses, or programs as JSON arrays, by the names of the servers
   * @param file the properties file, which may not exist
   */
  public static McpServers servers(Map<String, String> pom, Path file) throws IOException {
    McpServers.Builder builder = McpServers.builder();
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        properties.load(reader);
      } catch (IllegalArgumentException e) {
        throw new IOException(file + " is no properties file.", e);
      }
    }
    pom.forEach(
        (name, where) -> {
          String value = where.strip();
          properties.remove(PREFIX + name + ".url");
          properties.remove(PREFIX + name + ".command");
          properties.setProperty(
              PREFIX + name + (value.startsWith("[") ? ".command" : ".url"), value);
        });
    for (String key : properties.stringPropertyNames()) {
      if (key.startsWith(PREFIX) && System.getProperty(key) == null && variable(key) == null) {
        builder.configuration(key, properties.getProperty(key));
      }
    }
    return builder.build();
  }

  private static @Nullable String variable(String key) {
    StringBuilder name = new StringBuilder();
    for (char c : key.toUpperCase(Locale.ROOT).toCharArray()) {
      name.append((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_');
    }
    return System.getenv(name.toString());
  }

  /** Returns the names of the servers of the pom, and of those with a lock file. */
  public static Set<String> names(Map<String, String> pom, Path folder) throws IOException {
    Set<String> names = new TreeSet<>(pom.keySet());
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(LOCK))
            .forEach(file -> names.add(file.substring(0, file.length() - LOCK.length())));
      }
    }
    return names;
  }
}
