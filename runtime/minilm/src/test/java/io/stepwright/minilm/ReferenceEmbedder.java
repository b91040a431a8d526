package io.stepwright.minilm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The same model through ONNX Runtime alone, with padding, and with pooling written for its arrays.
 */
final class ReferenceEmbedder implements AutoCloseable {

  private static final int PADDED = 160;

  private final ReferenceTokenizer tokenizer = new ReferenceTokenizer();
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  ReferenceEmbedder(Weights weights) throws IOException, OrtException {
    try (InputStream model =
        ReferenceEmbedder.class.getResourceAsStream("/" + weights.modelResource())) {
      session = environment.createSession(model.readAllBytes());
    }
  }

  int tokens(String text) {
    return tokenizer.tokenize(text).size();
  }

  double[] embed(String text, boolean padded) throws OrtException {
    List<Long> tokens = tokenizer.tokenize(text);
    if (tokens.size() > 128) {
      Long end = tokens.get(tokens.size() - 1);
      tokens = new ArrayList<>(tokens.subList(0, 127));
      tokens.add(end);
    }
    int length = padded ? PADDED : tokens.size();
    long[][] ids = new long[1][length];
    long[][] mask = new long[1][length];
    for (int i = 0; i < tokens.size(); i++) {
      ids[0][i] = tokens.get(i);
      mask[0][i] = 1;
    }
    try (OnnxTensor first = OnnxTensor.createTensor(environment, ids);
        OnnxTensor second = OnnxTensor.createTensor(environment, mask);
        OnnxTensor third = OnnxTensor.createTensor(environment, new long[1][length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", first, "attention_mask", second, "token_type_ids", third))) {
      float[][][] states = (float[][][]) result.get(0).getValue();
      return mean(states[0], tokens.size());
    }
  }

  private static double[] mean(float[][] states, int tokens) {
    double[] mean = new double[states[0].length];
    for (int token = 0; token < tokens; token++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += states[token][i] / tokens;
      }
    }
    return mean;
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
