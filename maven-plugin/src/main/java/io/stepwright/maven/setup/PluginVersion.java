package io.stepwright.maven.setup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this plugin, which equals that of the matching processor. */
public final class PluginVersion {

  private static final String FILE = "version.properties";

  private PluginVersion() {}

  /** Returns the version. */
  public static String get() {
    Properties properties = new Properties();
    try (InputStream in = PluginVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("The plugin was packaged without its " + FILE + ".");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
