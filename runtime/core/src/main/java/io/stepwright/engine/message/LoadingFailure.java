package io.stepwright.engine.message;

import java.util.ServiceConfigurationError;

/** Finds the missing class when another class cannot be loaded. */
public final class LoadingFailure {

  // Bound for chains of causes, which may be cyclic.
  private static final int MOST_CAUSES = 20;

  private LoadingFailure() {}

  /** Describes the failure in half a sentence: the failed class, and the missing one if known. */
  public static String describe(Throwable failure) {
    Throwable root = failure;
    for (int i = 0; root.getCause() != null && i < MOST_CAUSES; i++) {
      root = root.getCause();
    }
    String text = text(failure);
    if (root instanceof NoClassDefFoundError || root instanceof ClassNotFoundException) {
      String missing =
          "the class " + String.valueOf(root.getMessage()).replace('/', '.') + " is missing";
      return root.equals(failure) ? missing : text + " (" + missing + ")";
    }
    return root.equals(failure) ? text : text + " (" + text(root) + ")";
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    if (message == null) {
      return failure.getClass().getName();
    }
    return failure instanceof ServiceConfigurationError
        ? message
        : failure.getClass().getSimpleName() + ": " + message;
  }
}
