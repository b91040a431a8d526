package io.stepwright.minilm;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.stepwright.spi.CacheConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads the native libraries of the tokenizer and of ONNX Runtime, and says what is wrong when that
 * fails: they themselves say only that there is no library.
 */
final class NativeLibraries {

  private static final System.Logger LOG = System.getLogger(NativeLibraries.class.getName());
  private static final String ONNX_RUNTIME = "ONNX Runtime's native library";
  private static final String DJL_ENGINE = "OnnxRuntime";

  private static final String PLATFORMS =
      "There are libraries for Linux with glibc (x86-64, ARM64), macOS (ARM64) and Windows"
          + " (x86-64); this is %s, %s."
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));

  private NativeLibraries() {}

  /**
   * Loads both, once a process.
   *
   * @return the process's one environment of ONNX Runtime, which other libraries may use as well
   */
  static OrtEnvironment load() throws CacheConfigurationException {
    OfflineSettings.apply();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // DJL looks up its engines and native libraries with the thread's class loader; where threads
    // are handed around, that is often one that does not see them.
    thread.setContextClassLoader(NativeLibraries.class.getClassLoader());
    try {
      return ShutdownHold.during(
          () -> {
            loadTokenizer();
            return loadOnnxRuntime();
          });
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void loadTokenizer() throws CacheConfigurationException {
    try {
      LibUtils.checkStatus();
    } catch (EngineException | LinkageError failure) {
      throwIfLoadedElsewhere("The native library of the embedder's tokenizer", failure);
      Path folder = Utils.getEngineCacheDir("tokenizers");
      throw new CacheConfigurationException(
          isWritable(folder)
              ? "The embedder's tokenizer cannot be loaded. %s If it is one of these, libraries may"
                      .formatted(PLATFORMS)
                  + " not be allowed to run from %s: %s".formatted(folder, otherFolder())
              : "The native library of the embedder's tokenizer has to be unpacked once into %s,"
                      .formatted(folder)
                  + " which cannot be written: "
                  + otherFolder(),
          failure);
    }
  }

  private static void throwIfLoadedElsewhere(String library, Throwable failure)
      throws CacheConfigurationException {
    CacheConfigurationException known = LoadedElsewhere.recognise(library, failure);
    if (known != null) {
      throw known;
    }
  }

  /** DJL reads the first of the two that is set. */
  private static String otherFolder() {
    String key =
        Utils.getEnvOrSystemProperty("ENGINE_CACHE_DIR") == null
            ? "DJL_CACHE_DIR"
            : "ENGINE_CACHE_DIR";
    return "set the system property or environment variable %s to another folder.".formatted(key);
  }

  private static OrtEnvironment loadOnnxRuntime() throws CacheConfigurationException {
    try {
      // Of no interest themselves: this loads the native library, and sets nothing up.
      OrtEnvironment.getAvailableProviders();
    } catch (UnsatisfiedLinkError | ExceptionInInitializerError failure) {
      throwIfLoadedElsewhere(ONNX_RUNTIME, failure);
      throw temporaryFolder(ONNX_RUNTIME, failure);
    } catch (NoClassDefFoundError failure) {
      if (failure.getCause() instanceof ClassNotFoundException) {
        throw failure;
      }
      // The class is there: what it loads could not be loaded earlier in this process.
      throwIfLoadedElsewhere(ONNX_RUNTIME, failure);
      throw temporaryFolder(ONNX_RUNTIME, failure);
    }
    letDjlBeFirst();
    try {
      // A process has one. If another library has set it up already, that one does as well.
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      // Only the library for Windows reports anything, to the operating system's event tracing.
      environment.setTelemetry(false);
      return environment;
    } catch (OrtException | RuntimeException failure) {
      throw new CacheConfigurationException(
          "ONNX Runtime, which computes the embeddings, cannot be set up in this process: "
              + failure.getMessage(),
          failure);
    }
  }

  /**
   * DJL's own engine for ONNX models, which an application may have for models of its own, works
   * only if it has set up the environment itself. So it has its turn before we do.
   */
  private static void letDjlBeFirst() {
    if (!Engine.hasEngine(DJL_ENGINE)) {
      return;
    }
    try {
      Engine.getEngine(DJL_ENGINE);
    } catch (RuntimeException | LinkageError | AssertionError failure) {
      // It is too late for it, or it is broken. We do not need it.
      LOG.log(
          System.Logger.Level.DEBUG,
          "DJL's engine for ONNX models cannot be used in this process.",
          failure);
    }
  }

  /** For what could not be unpacked into the folder for temporary files, or loaded from there. */
  static CacheConfigurationException temporaryFolder(String what, Throwable failure) {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    return new CacheConfigurationException(
        isWritable(folder)
            ? "%s cannot be loaded from %s: %s. %s".formatted(what, folder, failure, PLATFORMS)
            : "%s has to be unpacked into %s, which cannot be written: set the system property"
                    .formatted(what, folder)
                + " java.io.tmpdir to another folder.",
        failure);
  }

  /** By trying: permissions do not tell of a file system that is read-only or full. */
  private static boolean isWritable(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "stepwright", null));
      return true;
    } catch (IOException unwritable) {
      return false;
    }
  }
}
