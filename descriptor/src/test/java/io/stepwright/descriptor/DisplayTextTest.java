package io.stepwright.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DisplayTextTest {

  @Test
  void escapesWhatATerminalInterprets() {
    assertThat(DisplayText.escape("a\u001b[31m\0\n\r\u009b\u202e\u2028é😀\ud800"))
        .isEqualTo("a\\u001b[31m\\u0000\\u000a\\u000d\\u009b\\u202e\\u2028é😀\\ud800");
  }

  @Test
  void cutsLongTexts() {
    assertThat(DisplayText.brief("x".repeat(100))).isEqualTo("x".repeat(100));
    assertThat(DisplayText.brief("x".repeat(101))).isEqualTo("x".repeat(100) + "...");
    assertThat(DisplayText.brief("x".repeat(99) + "😀x")).isEqualTo("x".repeat(99) + "...");
  }

  @Test
  void messagesAreShortAndHarmless() throws IOException {
    String evil = "\\u001b[31m\\n" + "x".repeat(100_000);
    String json = Goldens.text("Support");
    for (String damaged :
        new String[] {
          json.replace("\"kind\": \"model\"", "\"kind\": \"" + evil + "\""),
          json.replace("\"from\": \"input\"", "\"from\": \"" + evil + "\""),
          json.replace("\"step\": \"intent\"", "\"step\": \"" + evil + "\""),
          json.replace("\"name\": \"ticket\"", "\"name\": \"" + evil + "\""),
          "{\"" + evil + "\": 1, \"" + evil + "\": 1}",
          "{\"schemaVersion\": \"\\\u009b\"}",
          "{\"schemaVersion\": -" + "1".repeat(900) + "}"
        }) {
      assertThatThrownBy(() -> DescriptorReader.read(damaged, "a.json"))
          .isInstanceOf(DescriptorException.class)
          .satisfies(
              thrown ->
                  assertThat(thrown.getMessage())
                      .hasSizeLessThan(500)
                      .matches("\\P{Cntrl}*")
                      .doesNotContain("\u009b"));
    }
  }
}
