package io.stepwright.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelRequest.Rejected;
import org.junit.jupiter.api.Test;

class KeptContentTest {

  private final KeptContent kept = new KeptContent();

  @Test
  void shortTextsStayAsTheyAre() {
    ModelContent content = new ModelContent("s", "p", new Rejected("a", "c"), null);
    assertThat(kept.of(content)).isEqualTo(content);
  }

  @Test
  void aLongTextIsCutAndSaysByHowMuch() {
    String prompt = kept.of(new ModelContent(null, "x".repeat(9_192), null, null)).prompt();
    assertThat(prompt).hasSizeLessThan(8_300).endsWith("x\u2026 (1,000 characters left out)");
  }

  @Test
  void aCharacterIsNotCutInTwo() {
    String prompt = "x".repeat(KeptContent.MOST_OF_A_TEXT - 1) + "\ud83d\ude00";
    assertThat(kept.of(new ModelContent(null, prompt, null, null)).prompt())
        .endsWith("x\u2026 (2 characters left out)");
  }

  @Test
  void allTextsOfARunHaveABound() {
    int sum = 0;
    for (int i = 0; i < 1_000; i++) {
      sum += kept.of(new ModelContent(null, "x".repeat(4_000), null, null)).prompt().length();
    }
    assertThat(sum).isLessThan(KeptContent.MOST_OF_A_RUN + 1_000 * 40);
  }
}
