package io.stepwright.minilm;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A transformer in ONNX Runtime, which computes one vector a token. Thread-safe, except for {@link
 * #close}: a session may be run by many threads, and each call has arrays of its own. DJL's
 * predictor is left out, as it is neither.
 */
final class OnnxModel implements AutoCloseable {

  /** One thread a call: more make one caller little faster, and several callers slower. */
  private static final Map<String, String> OPTIONS =
      Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1");

  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";

  private final Model model;
  private final NDManager arrays;
  private final ParameterStore parameters;
  private final List<String> inputs;
  private final int dimensions;

  private OnnxModel(Model model, Tokens sample) throws MalformedModelException {
    this.model = model;
    this.arrays = model.getNDManager();
    this.parameters = new ParameterStore(arrays, false);
    this.inputs = List.copyOf(model.getBlock().describeInput().keys());
    checkInputs();
    this.dimensions = vector(sample).length;
  }

  /**
   * Loads a model's file, and tries it.
   *
   * @param sample any text
   * @throws MalformedModelException if it is no such model
   * @throws RuntimeException if it has no vector for the sample
   */
  static OnnxModel load(Engine engine, Path file, Tokens sample)
      throws IOException, MalformedModelException {
    Model model = engine.newModel("embedder", Device.cpu());
    try {
      model.load(file, null, OPTIONS);
      return new OnnxModel(model, sample);
    } catch (IOException | MalformedModelException | RuntimeException failure) {
      model.close();
      throw failure;
    }
  }

  /** How many numbers a vector has. */
  int dimensions() {
    return dimensions;
  }

  /** The vector of a text. */
  float[] vector(Tokens tokens) {
    Shape shape = new Shape(1, tokens.ids().length);
    try (NDManager call = arrays.newSubManager()) {
      NDList given = new NDList(inputs.size());
      for (String input : inputs) {
        NDArray array = call.create(values(tokens, input), shape);
        array.setName(input);
        given.add(array);
      }
      NDArray states = states(model.getBlock().forward(parameters, given, false), tokens);
      int width = Math.toIntExact(states.getShape().get(2));
      return MeanPooling.pool(states.toByteBuffer().asFloatBuffer(), tokens.mask(), width);
    }
  }

  /** The output that has a vector for each token; some models have one of the whole text, too. */
  private static NDArray states(NDList outputs, Tokens tokens) {
    for (NDArray output : outputs) {
      Shape shape = output.getShape();
      if (output.getDataType() == DataType.FLOAT32
          && shape.dimension() == 3
          && shape.get(0) == 1
          && shape.get(1) == tokens.ids().length) {
        return output;
      }
    }
    throw new IllegalStateException(
        "no output holds a vector of 32-bit numbers for each token; there are "
            + outputs.stream().map(OnnxModel::described).toList());
  }

  private static String described(NDArray output) {
    return "%s %s %s".formatted(output.getName(), output.getShape(), output.getDataType());
  }

  private static long[] values(Tokens tokens, String input) {
    return switch (input) {
      case IDS -> tokens.ids();
      case MASK -> tokens.mask();
      case TYPES -> tokens.types();
      default -> throw new IllegalArgumentException(input);
    };
  }

  private void checkInputs() throws MalformedModelException {
    if (!inputs.contains(IDS) || !Set.of(IDS, MASK, TYPES).containsAll(inputs)) {
      throw new MalformedModelException(
          "its inputs are %s, and an embedder's are %s and, if it wants them, %s and %s"
              .formatted(inputs, IDS, MASK, TYPES));
    }
  }

  /** Frees the model, which must not be in use. */
  @Override
  public void close() {
    model.close();
  }
}
