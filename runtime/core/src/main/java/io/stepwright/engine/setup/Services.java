package io.stepwright.engine.setup;

import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.runtime.AgentConfigurationException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds services on the class path one by one, so that a service whose jar is broken or lacks a
 * dependency does not hide the others.
 */
final class Services {

  /**
   * Bound for failures, because a class loader that cannot list its services fails the same way for
   * ever.
   */
  private static final int MOST_FAILURES = 100;

  private Services() {}

  /**
   * Finds services that runs can do without, such as listeners. A service that cannot be loaded is
   * left out, with a warning.
   */
  static <S> List<S> optional(Class<S> service) {
    Set<String> problems = new LinkedHashSet<>();
    List<S> services = find(service, context(), problems);
    for (String problem : problems) {
      logger().log(System.Logger.Level.WARNING, problem + " It is ignored.");
    }
    return services;
  }

  /**
   * Finds services that the configuration may require.
   *
   * @throws AgentConfigurationException if one cannot be loaded; the message lists every problem
   */
  static <S> List<S> required(Class<S> service) {
    return required(service, context());
  }

  /**
   * Finds services that the configuration may require, by a class loader.
   *
   * @param loader null for the one that loads applications
   * @throws AgentConfigurationException if one cannot be loaded; the message lists every problem
   */
  static <S> List<S> required(Class<S> service, @Nullable ClassLoader loader) {
    Set<String> problems = new LinkedHashSet<>();
    List<S> services = find(service, loader, problems);
    if (!problems.isEmpty()) {
      throw new AgentConfigurationException(null, String.join(System.lineSeparator(), problems));
    }
    return services;
  }

  /**
   * Loads services from the context class loader, else from our own: a container may have set an
   * unsuitable one.
   */
  private static <S> List<S> find(
      Class<S> service, @Nullable ClassLoader loader, Set<String> problems) {
    List<S> services = load(service, loader, problems);
    return services.isEmpty() ? load(service, Services.class.getClassLoader(), problems) : services;
  }

  private static @Nullable ClassLoader context() {
    return Thread.currentThread().getContextClassLoader();
  }

  private static <S> List<S> load(
      Class<S> service, @Nullable ClassLoader loader, Set<String> problems) {
    List<S> services = new ArrayList<>();
    Iterator<S> found = ServiceLoader.load(service, loader).iterator();
    for (int failures = 0; failures < MOST_FAILURES; failures++) {
      try {
        while (found.hasNext()) {
          services.add(found.next());
        }
        return services;
      } catch (ServiceConfigurationError | LinkageError e) {
        problems.add(
            "%s on the class path cannot be loaded: %s. Add its dependencies, in the versions that it was built for, or remove its jar."
                .formatted(subject(service, loader, e), LoadingFailure.describe(e)));
      }
    }
    return services;
  }

  private static String subject(Class<?> service, @Nullable ClassLoader loader, Throwable failure) {
    String subject = "A service of " + service.getName();
    if (failure instanceof ServiceConfigurationError || loader == null) {
      return subject; // The message of the failure names the provider.
    }
    List<String> broken = ServiceFiles.broken(service, loader);
    return broken.isEmpty() ? subject : subject + " (" + String.join(", ", broken) + ")";
  }

  /** Looks the logger up when it is needed, because the first one loads the logging of the JDK. */
  private static System.Logger logger() {
    return System.getLogger(Services.class.getName());
  }
}
