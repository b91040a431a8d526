package io.stepwright.minilm;

import io.stepwright.spi.cache.CacheConfigurationException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The weights of all-MiniLM-L6-v2 that are available as artifacts. */
enum Weights {
  /** Eight bits per weight: five times faster, with slightly different vectors. */
  QUANTISED("quantised", "all-minilm-l6-v2-q"),
  /** The original weights. */
  FP32("fp32", "all-minilm-l6-v2");

  /** The value in the configuration, and in the embedder's identifier. */
  final String setting;

  private final String files;

  Weights(String setting, String files) {
    this.setting = setting;
    this.files = files;
  }

  String modelResource() {
    return files + ".onnx";
  }

  String tokenizerResource() {
    return files + "-tokenizer.json";
  }

  String artifact() {
    return "dev.langchain4j:langchain4j-embeddings-" + files;
  }

  /** Returns the weights of a setting; the quantised ones if there is none. */
  static Weights of(@Nullable String setting) throws CacheConfigurationException {
    if (setting == null) {
      return QUANTISED;
    }
    for (Weights weights : values()) {
      if (weights.setting.equals(setting)) {
        return weights;
      }
    }
    String known =
        Arrays.stream(values()).map(weights -> weights.setting).collect(Collectors.joining(" or "));
    throw new CacheConfigurationException(
        "stepwright.embedder.weights is '%s'; it can be %s.".formatted(setting, known), null);
  }
}
