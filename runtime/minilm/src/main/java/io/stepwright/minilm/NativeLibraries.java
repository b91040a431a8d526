package io.stepwright.minilm;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.jni.LibUtils;
import ai.djl.util.Utils;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.stepwright.spi.cache.CacheConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Loads the native libraries of the tokenizer and of ONNX Runtime, and explains failures: the
 * libraries themselves report only that there is no library.
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
   * Loads both, once per process.
   *
   * @return the process's only environment of ONNX Runtime, which other libraries may use as well
   */
  static OrtEnvironment load() throws CacheConfigurationException {
    OfflineSettings.apply();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // DJL looks up its engines and native libraries with the thread's class loader, which on pooled
    // threads often does not see them.
    thread.setContextClassLoader(NativeLibraries.class.getClassLoader());
    try {
      return ShutdownDelay.during(
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
      // The result is not needed: the call loads the native library without further setup.
      OrtEnvironment.getAvailableProviders();
    } catch (UnsatisfiedLinkError | ExceptionInInitializerError failure) {
      throwIfLoadedElsewhere(ONNX_RUNTIME, failure);
      throw temporaryFolder(ONNX_RUNTIME, failure);
    } catch (NoClassDefFoundError failure) {
      if (failure.getCause() instanceof ClassNotFoundException) {
        throw failure;
      }
      // The class exists: its native library could not be loaded earlier in this process.
      throwIfLoadedElsewhere(ONNX_RUNTIME, failure);
      throw temporaryFolder(ONNX_RUNTIME, failure);
    }
    letDjlBeFirst();
    try {
      // A process has one environment; one that another library has set up is used too.
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
   * Lets DJL's own engine for ONNX models, which an application may use, set up the environment
   * first: it works only if it has done that itself.
   */
  private static void letDjlBeFirst() {
    if (!Engine.hasEngine(DJL_ENGINE)) {
      return;
    }
    try {
      Engine.getEngine(DJL_ENGINE);
    } catch (RuntimeException | LinkageError | AssertionError failure) {
      // The engine comes too late, or is broken. It is not needed here.
      LOG.log(
          System.Logger.Level.DEBUG,
          "DJL's engine for ONNX models cannot be used in this process.",
          failure);
    }
  }

  /**
   * Makes the exception for a file that could not be unpacked into the temporary folder, or loaded
   * from there.
   */
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

  /** Tests by writing: permissions do not reveal a file system that is read-only or full. */
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
