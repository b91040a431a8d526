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
 * Names of the classes that the files in {@code META-INF/services} list. Newer JDKs do not tell
 * which of them could not be loaded.
 */
final class ServiceFiles {

  /** More than this of one file is not read. */
  private static final int MOST_LINES = 1_000;

  private ServiceFiles() {}

  /** Providers whose class, or whose constructor's classes, cannot be loaded. */
  static List<String> broken(Class<?> service, ClassLoader loader) {
    List<String> broken = new ArrayList<>();
    for (String name : listed(service, loader)) {
      try {
        Constructor<?> unused = Class.forName(name, false, loader).getConstructor();
      } catch (LinkageError e) {
        broken.add(name);
      } catch (ReflectiveOperationException e) {
        // The JDK names this one itself.
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
      // What was read so far is better than nothing: the failure itself is told anyway.
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
