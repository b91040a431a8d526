package io.stepwright.maven.setup;

import java.util.List;
import org.apache.maven.model.ConfigurationContainer;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Small steps in the configuration of a plugin. */
final class Dom {

  private Dom() {}

  /** The configuration; an empty one if there is none. It has to be set again when changed. */
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

  /** The text of a child; null if there is none or it is empty. */
  static @Nullable String text(Xpp3Dom parent, String name) {
    Xpp3Dom child = parent.getChild(name);
    String value = child == null ? null : child.getValue();
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** The texts of the children of a child. */
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
