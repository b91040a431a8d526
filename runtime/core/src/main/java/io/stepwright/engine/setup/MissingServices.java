package io.stepwright.engine.setup;

import io.stepwright.spi.ContextPropagator;
import io.stepwright.spi.RunListener;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Detects modules whose services were lost when jars were merged into one: merging tools keep one
 * of several services files of the same name, unless they are told to join them. Runs work without
 * these services, so nothing else would report the loss.
 *
 * <p>A module names its services in {@code META-INF/stepwright/parts/<name>}: each line holds the
 * simple names of the service and of the class, which are unchanged by a relocation.
 */
final class MissingServices {

  private static final List<String> NAMES = List.of("micrometer", "opentelemetry", "slf4j");

  private static final Map<String, Class<?>> SERVICES =
      Map.of("RunListener", RunListener.class, "ContextPropagator", ContextPropagator.class);

  /** A larger file is not one of ours. */
  private static final int MOST_BYTES = 1 << 16;

  private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

  private MissingServices() {}

  /** Warns of each lost service, once per process. */
  static void warn() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    for (String problem : in(context == null ? MissingServices.class.getClassLoader() : context)) {
      if (TOLD.add(problem)) {
        logger().log(System.Logger.Level.WARNING, problem);
      }
    }
  }

  /** Returns a sentence for each lost service that a class loader sees. */
  static List<String> in(ClassLoader loader) {
    List<String> problems = new ArrayList<>();
    for (String part : NAMES) {
      URL declared = loader.getResource("META-INF/stepwright/parts/" + part);
      for (String line : declared == null ? List.<String>of() : lines(declared)) {
        String[] names = line.split(" ", -1);
        Class<?> service = SERVICES.get(names[0]);
        if (service != null && names.length == 2 && !isListed(service, names[1], loader)) {
          problems.add(
              ("stepwright-%s is on the class path, but no file META-INF/services/%s lists its"
                      + " %s, so it has no effect. Configure the tool that builds the single jar to"
                      + " merge these files, such as maven-shade-plugin with"
                      + " ServicesResourceTransformer.")
                  .formatted(part, service.getName(), names[1]));
        }
      }
    }
    return problems;
  }

  private static boolean isListed(Class<?> service, String provider, ClassLoader loader) {
    try {
      for (URL file :
          Collections.list(loader.getResources("META-INF/services/" + service.getName()))) {
        if (lines(file).stream()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .anyMatch(line -> line.substring(line.lastIndexOf('.') + 1).equals(provider))) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return true; // Cannot be determined.
    }
  }

  private static List<String> lines(URL file) {
    try (InputStream in = file.openStream()) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(MissingServices.class.getName());
  }
}
