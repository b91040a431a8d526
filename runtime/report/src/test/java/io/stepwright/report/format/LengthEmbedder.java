package io.stepwright.report.format;

import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.Embedding;

/** Embeds texts by length: texts of similar length have similar meaning. */
final class LengthEmbedder implements Embedder {

  @Override
  public String id() {
    return "length";
  }

  @Override
  public int dimensions() {
    return 2;
  }

  @Override
  public Embedding embed(String text) {
    double angle = text.length() / 100.0;
    return new Embedding(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)}, 3, false);
  }

  @Override
  public void close() {}
}
