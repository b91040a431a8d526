package io.stepwright.benchmarks.cache;

import io.stepwright.cache.CacheDigest;
import io.stepwright.spi.cache.Embedder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/** Stores the vectors of many texts between runs, because computing them takes minutes. */
final class VectorFile {

  private VectorFile() {}

  /** Returns the vectors of texts, in their order. */
  static float[][] vectors(List<String> texts, Embedder embedder, Path folder) throws IOException {
    CacheDigest digest = new CacheDigest().add(embedder.id());
    texts.forEach(digest::add);
    Path file = folder.resolve("vectors-" + digest.hex().substring(0, 16));
    if (!Files.exists(file)) {
      write(file, embed(texts, embedder));
    }
    return read(file, texts.size(), embedder.dimensions());
  }

  /** Computes the vectors of texts on all cores. */
  static float[][] embed(List<String> texts, Embedder embedder) {
    return IntStream.range(0, texts.size())
        .parallel()
        .mapToObj(i -> embed(texts.get(i), embedder))
        .toArray(float[][]::new);
  }

  private static float[] embed(String text, Embedder embedder) {
    try {
      return embedder.embed(text).vector();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, float[][] vectors) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      for (float[] vector : vectors) {
        ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES);
        buffer.asFloatBuffer().put(vector);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
      }
    }
    Files.move(part, file);
  }

  private static float[][] read(Path file, int count, int dimensions) throws IOException {
    float[][] vectors = new float[count][dimensions];
    try (FileChannel in = FileChannel.open(file)) {
      ByteBuffer all = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size());
      for (float[] vector : vectors) {
        for (int i = 0; i < dimensions; i++) {
          vector[i] = all.getFloat();
        }
      }
    }
    return vectors;
  }
}
