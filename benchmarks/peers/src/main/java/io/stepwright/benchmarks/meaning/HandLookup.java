package io.stepwright.benchmarks.meaning;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written cache: LangChain4j's embedder with a linear search. It has no guards, no limit and
 * no key besides the text, and does not share concurrent requests. Not thread-safe.
 */
final class HandLookup {

  private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(float[] vector, String answer) {}

  void put(String question, String answer) {
    entries.add(new Entry(vector(question), answer));
  }

  @Nullable String get(String question) {
    float[] vector = vector(question);
    String best = null;
    float most = (float) Answering.SIMILARITY;
    for (Entry entry : entries) {
      float similarity = dot(vector, entry.vector());
      if (similarity >= most) {
        most = similarity;
        best = entry.answer();
      }
    }
    return best;
  }

  private float[] vector(String question) {
    return model.embed(question).content().vector();
  }

  /** Returns the similarity of vectors of length 1, as the model returns them. */
  private static float dot(float[] one, float[] other) {
    float sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
