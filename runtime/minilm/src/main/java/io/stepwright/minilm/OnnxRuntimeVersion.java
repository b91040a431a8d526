package io.stepwright.minilm;

import ai.onnxruntime.OrtEnvironment;
import io.stepwright.spi.cache.CacheConfigurationException;

/** The version of ONNX Runtime on the class path. */
final class OnnxRuntimeVersion {

  private OnnxRuntimeVersion() {}

  static String get() throws CacheConfigurationException {
    // Naming the class does not load the native library, which would take a while.
    Package jar = OrtEnvironment.class.getPackage();
    String version = jar.getImplementationVersion();
    if (version != null && "onnxruntime".equals(jar.getImplementationTitle())) {
      return version;
    }
    // In a merged jar the manifest is the application's, so the library is asked.
    return NativeLibraries.load().getVersion();
  }
}
