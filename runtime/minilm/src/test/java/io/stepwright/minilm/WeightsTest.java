package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import io.stepwright.spi.cache.Embedder;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WeightsTest {

  @Test
  void quantisedAndFullWeightsNearlyAgree() throws Exception {
    double sum = 0;
    try (Embedder quantised = Embedders.quantised();
        Embedder full = Embedders.create("fp32", null, null)) {
      for (String text : Texts.SHORT) {
        double cosine = Vectors.cosine(quantised.embed(text).vector(), full.embed(text).vector());
        assertThat(cosine).as(text).isBetween(0.95, 0.99999);
        sum += cosine;
      }
    }
    assertThat(sum / Texts.SHORT.size()).isGreaterThan(0.975);
  }

  @Test
  void theIdentifierHoldsModelWeightsAndRuntime() throws Exception {
    String runtime = "/onnxruntime-" + OrtEnvironment.getEnvironment().getVersion();
    try (Embedder embedder = Embedders.create("quantised", null, null)) {
      assertThat(embedder.id()).isEqualTo("all-MiniLM-L6-v2/quantised" + runtime);
    }
    try (Embedder embedder = Embedders.fp32()) {
      assertThat(embedder.id()).isEqualTo("all-MiniLM-L6-v2/fp32" + runtime);
    }
  }

  /** If a new version of the artifact has other weights, its identifier has to change. */
  @Test
  void theWeightsAreThoseThatTheIdentifierStandsFor() throws Exception {
    assertThat(digest(Weights.QUANTISED.modelResource()))
        .isEqualTo("afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1");
    assertThat(digest(Weights.FP32.modelResource()))
        .isEqualTo("759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e");
    for (Weights weights : Weights.values()) {
      assertThat(digest(weights.tokenizerResource()))
          .isEqualTo("da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0");
    }
  }

  private static String digest(String resource) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream file = WeightsTest.class.getResourceAsStream("/" + resource)) {
      return HexFormat.of().formatHex(digest.digest(file.readAllBytes()));
    }
  }
}
