package io.stepwright.cache.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decides which texts in Latin letters are English, on sentences of customers. */
class EnglishTest {

  private static final double MOST_ENGLISH_TAKEN_FOR_OTHERS = 0.02;

  @ParameterizedTest
  @CsvSource({"de, 0.95", "es, 0.95", "fr, 0.95", "others, 0.90"})
  void otherLanguagesAreNotEnglish(String language, double least) throws Exception {
    List<String> sentences = sentences(language);
    assertThat(sentences).hasSizeGreaterThanOrEqualTo(30);
    List<String> taken = sentences.stream().filter(English::mayBe).toList();
    assertThat(1 - taken.size() / (double) sentences.size())
        .as(() -> "taken for English: " + taken)
        .isGreaterThanOrEqualTo(least);
  }

  @Test
  void englishIsEnglish() throws Exception {
    List<String> sentences = sentences("en");
    assertThat(sentences).hasSizeGreaterThanOrEqualTo(100);
    List<String> lost = sentences.stream().filter(text -> !English.mayBe(text)).toList();
    assertThat(lost.size() / (double) sentences.size())
        .as(() -> "not taken for English: " + lost)
        .isLessThanOrEqualTo(MOST_ENGLISH_TAKEN_FOR_OTHERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?",
        "42",
        "Reset password",
        "Cancel subscription",
        "DON'T PANIC",
        "What’s up?"
      })
  void littleIsEnglishUnlessItSpeaksAgainstIt(String text) {
    assertThat(English.mayBe(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bestellung nicht stornieren",
        "Wo ist mein Paket?",
        "Quiero cancelar",
        "C'est fini",
        "Can I cancel my order? Je veux annuler ma commande",
        "Quiero abrir una cuenta. How do I open an account?"
      })
  void aFewWordsOfAnotherLanguageAreEnough(String text) {
    assertThat(English.mayBe(text)).isFalse();
  }

  private static List<String> sentences(String language) throws IOException {
    String name = "/languages/" + language + ".txt";
    try (InputStream file = EnglishTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }
}
