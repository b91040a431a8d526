package io.stepwright.benchmarks.cache;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.Embedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** The texts that are stored, and the questions that are asked. Immutable. */
final class Dataset {

  private final Embedder embedder;
  private final Texts texts;
  private final List<String> remembered;
  private final float[][] vectors;

  /**
   * Computes the vectors, or reads them from a file.
   *
   * @param count the number of stored texts
   * @param embedder the embedder, which stays open
   * @param folder the folder of the file
   */
  Dataset(int count, Embedder embedder, Path folder) throws IOException {
    this.embedder = embedder;
    this.texts = new Texts(count);
    this.remembered = texts.remembered();
    this.vectors = VectorFile.vectors(remembered, embedder, folder);
  }

  Embedder embedder() {
    return embedder;
  }

  String text(int index) {
    return remembered.get(index);
  }

  float[] vector(int index) {
    return vectors[index];
  }

  /** Returns an entry to store. */
  CacheEntry entry(int index) {
    return Questions.entry(text(index), vector(index));
  }

  /**
   * Returns reworded questions, without duplicates, that one of the first entries answers according
   * to an exhaustive search.
   *
   * @param entries the number of the first entries
   * @param count the number of questions
   */
  Wordings reworded(int entries, int count) {
    List<String> asked = texts.reworded(entries, count + count / 2);
    float[][] vectors = VectorFile.embed(asked, embedder);
    ExactScan scan = new ExactScan(this, entries);
    double[] similarities = new double[asked.size()];
    IntStream.range(0, similarities.length)
        .parallel()
        .forEach(
            i -> {
              List<CacheEntry> nearest = scan.nearest(vectors[i], 8);
              similarities[i] =
                  Decision.serves(asked.get(i), vectors[i], nearest)
                      ? Decision.cosine(vectors[i], Objects.requireNonNull(nearest.get(0).vector()))
                      : Double.NaN;
            });
    List<Integer> answered =
        IntStream.range(0, similarities.length)
            .filter(i -> !Double.isNaN(similarities[i]))
            .limit(count)
            .boxed()
            .toList();
    if (answered.size() < count) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Only %d of %d new wordings have an answer.",
              answered.size(),
              asked.size()));
    }
    return new Wordings(
        answered.stream().map(asked::get).toList(),
        answered.stream().map(i -> similarities[i]).toList());
  }
}
