package io.stepwright.maven.setup;

import java.util.List;
import org.apache.maven.model.ConfigurationContainer;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Helper methods for the configuration of a plugin. */
final class Dom {

  private Dom() {}

  /**
   * Returns the configuration, or an empty one if there is none. Callers must set it on the
   * container after changes.
   */
  static Xpp3Dom configuration(ConfigurationContainer container) {
    return container.getConfiguration() instanceof Xpp3Dom dom ? dom : new Xpp3Dom("configuration");
  }

  static Xpp3Dom childOf(Xpp3Dom parent, String name) {
    Xpp3Dom child = parent.getChild(name);
    if (child == null) {
      child = new Xpp3Dom(name);
      parent.addChild(child);
    }
    return child;
  }

  static void add(Xpp3Dom parent, String name, String value) {
    Xpp3Dom child = new Xpp3Dom(name);
    child.setValue(value);
    parent.addChild(child);
  }

  /** Returns the text of a child; null if it is missing or empty. */
  static @Nullable String text(Xpp3Dom parent, String name) {
    Xpp3Dom child = parent.getChild(name);
    String value = child == null ? null : child.getValue();
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** Returns the texts of the children of a child; empty if it is missing. */
  static List<String> texts(Xpp3Dom parent, String name) {
    Xpp3Dom child = parent.getChild(name);
    return child == null
        ? List.of()
        : List.of(child.getChildren()).stream()
            .map(Xpp3Dom::getValue)
            .filter(value -> value != null)
            .map(String::strip)
            .toList();
  }
}
