package io.stepwright.minilm;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A transformer in ONNX Runtime, which computes one vector per token. Thread-safe, except for
 * {@link #close}: many threads may run a session, and each call has its own tensors.
 */
final class OnnxModel implements AutoCloseable {

  /** One thread per call: more make one call little faster, and concurrent calls slower. */
  private static final int THREADS = 1;

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final List<String> inputs;
  private final int dimensions;

  private OnnxModel(OrtEnvironment environment, OrtSession session, Tokens sample)
      throws OrtException {
    this.environment = environment;
    this.session = session;
    this.inputs = List.copyOf(session.getInputNames());
    checkInputs();
    this.dimensions = vector(sample).length;
  }

  /**
   * Loads a model's file, and tests it.
   *
   * @param sample any text
   * @throws OrtException if it is not a model
   * @throws RuntimeException if it is another kind of model, or has no vector for the sample
   */
  static OnnxModel load(OrtEnvironment environment, Path file, Tokens sample) throws OrtException {
    OrtSession session = session(environment, file);
    try {
      return new OnnxModel(environment, session, sample);
    } catch (OrtException | RuntimeException failure) {
      close(session);
      throw failure;
    }
  }

  /** Makes a session with its own threads, whatever the settings of the environment. */
  private static OrtSession session(OrtEnvironment environment, Path file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(THREADS);
      options.setInterOpNumThreads(THREADS);
      return environment.createSession(file.toString(), options);
    }
  }

  /** Returns the length of a vector. */
  int dimensions() {
    return dimensions;
  }

  /** Computes the vector of a text. */
  float[] vector(Tokens tokens) throws OrtException {
    long[] shape = {1, tokens.ids().length};
    Map<String, OnnxTensor> given = new HashMap<>();
    try {
      for (String input : inputs) {
        LongBuffer values = LongBuffer.wrap(values(tokens, input));
        given.put(input, OnnxTensor.createTensor(environment, values, shape));
      }
      try (OrtSession.Result outputs = session.run(given)) {
        OnnxTensor states = states(outputs, tokens);
        int width = Math.toIntExact(states.getInfo().getShape()[2]);
        return MeanPooling.pool(states.getFloatBuffer(), tokens.mask(), width);
      }
    } finally {
      given.values().forEach(OnnxTensor::close);
    }
  }

  /**
   * Returns the output with a vector for each token; some models also have one for the whole text.
   */
  private static OnnxTensor states(OrtSession.Result outputs, Tokens tokens) {
    List<String> others = new ArrayList<>();
    for (Map.Entry<String, OnnxValue> output : outputs) {
      if (output.getValue() instanceof OnnxTensor tensor && isVectors(tensor, tokens)) {
        return tensor;
      }
      others.add(output.getKey() + " " + output.getValue().getInfo());
    }
    throw new IllegalStateException(
        "no output holds a vector of 32-bit numbers for each token; its outputs are " + others);
  }

  private static boolean isVectors(OnnxTensor tensor, Tokens tokens) {
    long[] shape = tensor.getInfo().getShape();
    return tensor.getInfo().type == OnnxJavaType.FLOAT
        && shape.length == 3
        && shape[0] == 1
        && shape[1] == tokens.ids().length;
  }

  private static long[] values(Tokens tokens, String input) {
    return switch (input) {
      case IDS -> tokens.ids();
      case MASK -> tokens.mask();
      case TYPES -> tokens.types();
      default -> throw new IllegalArgumentException(input);
    };
  }

  private void checkInputs() {
    if (!inputs.contains(IDS) || !Set.of(IDS, MASK, TYPES).containsAll(inputs)) {
      throw new IllegalStateException(
          "its inputs are %s, but an embedder has the input %s and, optionally, %s and %s"
              .formatted(inputs, IDS, MASK, TYPES));
    }
  }

  /** Frees the model, which must not be in use. */
  @Override
  public void close() {
    close(session);
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException failure) {
      throw new IllegalStateException("The model cannot be freed.", failure);
    }
  }
}
