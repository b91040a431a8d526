package io.stepwright.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.MediaContent;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.Part;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptContentTest {

  private final KeptContent kept = new KeptContent();

  @Test
  void shortTextsStayAsTheyAre() {
    ModelContent content =
        new ModelContent(
            List.of(
                new Turn.Instructions("s"),
                new Turn.User("p"),
                new Turn.Model("m", List.of(new ToolCall("1", "orders", "{}"))),
                new Turn.ToolResult("1", "[]", false)),
            "a");
    assertThat(kept.of(content)).isEqualTo(content);
  }

  private String kept(String prompt) {
    ModelContent cut = kept.of(new ModelContent(List.of(new Turn.User(prompt)), null));
    return cut.turns().get(0).display();
  }

  @Test
  void aMediumIsDescribedAndItsBytesAreDropped() {
    Part picture = new Part.Image(new MediaContent("image/png", new byte[1_000], null));
    List<Turn> asked = List.of(new Turn.User(List.of(new Part.Text("What? "), picture)));
    assertThat(kept.of(new ModelContent(asked, null)).turns())
        .containsExactly(
            new Turn.User(
                List.of(new Part.Text("What? "), new Part.Text("[image/png, 1000 bytes]"))));
  }

  @Test
  void aLongTextIsCutAndSaysByHowMuch() {
    String prompt = kept("x".repeat(9_192));
    assertThat(prompt).hasSizeLessThan(8_300).endsWith("x\u2026 (1,000 characters left out)");
  }

  @Test
  void aCharacterIsNotCutInTwo() {
    String prompt = "x".repeat(KeptContent.MOST_OF_A_TEXT - 1) + "\ud83d\ude00";
    assertThat(kept(prompt)).endsWith("x\u2026 (2 characters left out)");
  }

  @Test
  void allTextsOfARunHaveABound() {
    int sum = 0;
    for (int i = 0; i < 1_000; i++) {
      sum += kept("x".repeat(4_000)).length();
    }
    assertThat(sum).isLessThan(KeptContent.MOST_OF_A_RUN + 1_000 * 40);
  }
}
