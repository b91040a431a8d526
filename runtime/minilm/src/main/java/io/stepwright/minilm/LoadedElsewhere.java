package io.stepwright.minilm;

import io.stepwright.spi.cache.CacheConfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a native library that another class loader of this process has loaded: a JVM loads
 * each file for one class loader only, and releases it when that loader is collected, if ever.
 */
final class LoadedElsewhere {

  /** The wording of {@code java.lang.ClassLoader} and its successors, in every JDK since 1.2. */
  private static final String SIGN = "already loaded in another classloader";

  /** Bound for cyclic chains of causes. */
  private static final int DEEPEST = 32;

  private LoadedElsewhere() {}

  /**
   * Returns the remedy for a failure to load a library.
   *
   * @return null if the failure has another reason
   */
  static @Nullable CacheConfigurationException recognise(String library, Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (String.valueOf(cause.getMessage()).contains(SIGN)) {
        return new CacheConfigurationException(
            ("%s is in use by another class loader of this process, such as that of another"
                    + " application or of this one before it was redeployed, and a process can"
                    + " load it only once. Put stepwright-minilm with all of its dependencies"
                    + " (stepwright-core, DJL, ONNX Runtime) into the class path that the"
                    + " applications share, and leave them out of the applications.")
                .formatted(library),
            failure);
      }
      cause = cause.getCause();
    }
    return null;
  }
}
