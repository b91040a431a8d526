package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderException;
import io.stepwright.spi.cache.EmbedderFactory;
import io.stepwright.spi.cache.EmbedderSettings;
import io.stepwright.spi.cache.Embedding;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

  private static Embedder embedder;
  private static ReferenceEmbedder reference;

  @BeforeAll
  static void load() throws Exception {
    embedder = Embedders.quantised();
    reference = new ReferenceEmbedder(Weights.QUANTISED);
  }

  @AfterAll
  static void close() throws Exception {
    reference.close();
    embedder.close();
  }

  @Test
  void isFoundAsAService() throws Exception {
    EmbedderFactory factory = ServiceLoader.load(EmbedderFactory.class).findFirst().orElseThrow();
    assertThat(factory).isInstanceOf(MiniLmEmbedderFactory.class);
    assertThat(factory.id(new EmbedderSettings(null, null, null))).isEqualTo(embedder.id());
  }

  @Test
  void vectorsAreThoseOfTheBareRuntime() throws Exception {
    for (String text : Texts.SHORT) {
      Embedding embedding = embedder.embed(text);
      assertThat(Vectors.cosine(embedding.vector(), reference.embed(text, false)))
          .as(text)
          .isGreaterThan(0.99999);
      assertThat(embedding.tokens()).as(text).isEqualTo(reference.tokens(text));
      assertThat(embedding.truncated()).as(text).isFalse();
    }
  }

  /**
   * Uses full weights, because the results of a quantised model, with its 8-bit weights, depend on
   * the padding.
   */
  @Test
  void fullWeightsPaddedOrNotAreTheSame() throws Exception {
    try (Embedder full = Embedders.fp32();
        ReferenceEmbedder other = new ReferenceEmbedder(Weights.FP32)) {
      for (String text : Texts.SHORT) {
        float[] vector = full.embed(text).vector();
        assertThat(Vectors.cosine(vector, other.embed(text, true))).as(text).isGreaterThan(0.9999);
      }
    }
  }

  @Test
  void hasLengthOneAndAsManyDimensionsAsItSays() throws Exception {
    assertThat(embedder.dimensions()).isEqualTo(384);
    for (String text : Texts.SHORT) {
      float[] vector = embedder.embed(text).vector();
      assertThat(vector).as(text).hasSize(384);
      assertThat(Vectors.length(vector)).as(text).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void theSameTextHasTheSameVector() throws Exception {
    for (String text : Texts.SHORT) {
      assertThat(embedder.embed(text).vector()).containsExactly(embedder.embed(text).vector());
    }
  }

  @Test
  void whatMeansTheSameIsNearerThanWhatDoesNot() throws Exception {
    assertNearer(
        "How do I cancel my subscription?",
        "What is the way to end my subscription?",
        "What will the weather be tomorrow?");
    assertNearer(
        "My parcel has not arrived.", "The package was never delivered.", "I love your new shop.");
    assertNearer(
        "Which documents do I need to open an account?",
        "What paperwork is required for a new account?",
        "How high is the interest on a mortgage?");
  }

  private static void assertNearer(String text, String paraphrase, String unrelated)
      throws EmbedderException, InterruptedException {
    float[] vector = embedder.embed(text).vector();
    double near = Vectors.cosine(vector, embedder.embed(paraphrase).vector());
    double far = Vectors.cosine(vector, embedder.embed(unrelated).vector());
    assertThat(near).as(text).isGreaterThan(far + 0.2);
  }

  @Test
  void reads128TokensAndSaysWhenThereAreMore() throws Exception {
    Embedding whole = embedder.embed(Texts.words(126));
    assertThat(whole.tokens()).isEqualTo(128);
    assertThat(whole.truncated()).isFalse();

    Embedding cut = embedder.embed(Texts.words(127));
    assertThat(cut.tokens()).isEqualTo(129);
    assertThat(cut.truncated()).isTrue();
    assertThat(cut.vector()).containsExactly(whole.vector());
    assertThat(Vectors.cosine(cut.vector(), reference.embed(Texts.words(127), false)))
        .isGreaterThan(0.99999);
  }

  @Test
  void countsTheTokensOfLongTexts() throws Exception {
    String english = (Texts.words(7) + ", won't it? \ud83d\ude00\r\n").repeat(1_500);
    String chinese = "\u5982\u4f55\u53d6\u6d88\ud840\udc00".repeat(5_000);
    for (String text : new String[] {english, chinese}) {
      Embedding embedding = embedder.embed(text);
      assertThat(embedding.tokens()).isEqualTo(reference.tokens(text));
      assertThat(embedding.truncated()).isTrue();
      assertThat(Vectors.cosine(embedding.vector(), reference.embed(text, false)))
          .isGreaterThan(0.99999);
    }
  }

  /** The text has few tokens, but more words may follow after so many blanks. */
  @Test
  void aTextOfManyCharactersCountsAsTruncated() throws Exception {
    String text = "cancel" + " ".repeat(TextTokenizer.PIECE) + "not";
    assertThat(embedder.embed(text).truncated()).isTrue();
    assertThat(embedder.embed(text).tokens()).isEqualTo(4);
  }

  @Test
  void halfCharactersAreNoFailure() throws Exception {
    for (String text : new String[] {"a\ud800b", "\udc00", "end\ud83d", "\ude00\ud83d"}) {
      assertThat(embedder.embed(text).vector()).as(text).hasSize(384);
    }
  }

  @Test
  void saysNothingOfTheTextInItsToString() throws Exception {
    assertThat(embedder).hasToString("MiniLmEmbedder[" + embedder.id() + "]");
    assertThat(new Tokens(new long[] {7}, new long[1], new long[1], 1, true, true))
        .hasToString("Tokens[1, truncated]");
  }

  @Test
  void noVectorAfterClosing() throws Exception {
    Embedder other = Embedders.quantised();
    other.close();
    other.close();
    assertThatThrownBy(() -> other.embed("secret"))
        .isInstanceOf(EmbedderException.class)
        .hasMessage("The embedder %s is closed.", other.id());
    assertThat(embedder.embed("still open").vector()).hasSize(384);
  }
}
