package io.stepwright.engine.setup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The class names in the files of {@code META-INF/services}. Newer JDKs do not tell which of the
 * classes could not be loaded.
 */
final class ServiceFiles {

  /** Bound for the lines that are read of one file. */
  private static final int MOST_LINES = 1_000;

  private ServiceFiles() {}

  /** Returns the providers whose class, or whose constructor's classes, cannot be loaded. */
  static List<String> broken(Class<?> service, ClassLoader loader) {
    List<String> broken = new ArrayList<>();
    for (String name : listed(service, loader)) {
      try {
        Constructor<?> unused = Class.forName(name, false, loader).getConstructor();
      } catch (LinkageError e) {
        broken.add(name);
      } catch (ReflectiveOperationException e) {
        // The JDK's own message names this one.
      }
    }
    return broken;
  }

  private static Set<String> listed(Class<?> service, ClassLoader loader) {
    Set<String> names = new LinkedHashSet<>();
    try {
      for (URL file :
          Collections.list(loader.getResources("META-INF/services/" + service.getName()))) {
        read(file, names);
      }
    } catch (IOException e) {
      // The names read so far are used: the failure itself is reported anyway.
    }
    return names;
  }

  private static void read(URL file, Set<String> names) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .limit(MOST_LINES)
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(name -> !name.isEmpty())
          .forEach(names::add);
    }
  }
}
