package io.stepwright.minilm;

import io.stepwright.spi.CacheConfigurationException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The weights of all-MiniLM-L6-v2 that there are as artifacts. */
enum Weights {
  /** Eight bits a weight: five times faster, and the vectors are a little different. */
  QUANTISED("quantised", "all-minilm-l6-v2-q"),
  /** As the model was trained. */
  FP32("fp32", "all-minilm-l6-v2");

  /** As it is written in the configuration, and in the embedder's identifier. */
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

  /** The weights of that setting; the quantised ones if there is none. */
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
