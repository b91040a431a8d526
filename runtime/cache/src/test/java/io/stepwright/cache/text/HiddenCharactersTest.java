package io.stepwright.cache.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HiddenCharactersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "How do I reset my password?\r\n\tThanks",
        "Crème brûlée – 5 €, “déjà vu”…",
        "e\u0301le\u0300ve",
        "x\u0304 is the mean",
        "日本語のテキスト",
        "\u0915\u094D\u200D\u0937", // Devanagari, joined.
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian.
        "\uD83D\uDC69\u200D\uD83D\uDCBB", // A woman with a computer.
        "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08", // A rainbow flag.
        "\u2764\uFE0F and \u2764\uFE0E",
        "1\uFE0F\u20E3",
        "\u0E01\u0E48\u0E33" // Thai marks.
      })
  void whatIsSeenIsNotHidden(String text) {
    assertThat(HiddenCharacters.areIn(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uDB40\uDC49\uDB40\uDC67", // Tags.
        "\uDB40\uDD00\uDB40\uDD01", // Variation selectors.
        "\uFE00",
        "\u180B",
        "\uFE0F", // A style selector without a character.
        "\uFE0E\uFE0F\uFE0E",
        "\uE000",
        "\uDB80\uDC00", // Private use of plane 15.
        "\u200B",
        "\u2060",
        "\u200D",
        "\u200C",
        "\u200E",
        "\u202E",
        "\u2066",
        "\uFEFF",
        "\u00AD",
        "\u034F",
        "\u115F",
        "\u3164",
        "\uFFA0",
        "\u17B4",
        "\u0000",
        "\u0007",
        "\u001B",
        "\u0085",
        "\u000B",
        "\u000C",
        "\u1680",
        "\u2002",
        "\u200A",
        "\u205F",
        "\u2028",
        "\u2029",
        "\uD83D",
        "\uDE00",
        "\uFFFE",
        "\uFFFD",
        "\uD808\uDFFF", // Unassigned.
        " \u0363\u0364", // Marks without a base character.
        "a\u0363\u0364\u0365\u0366\u0367" // A heap of marks.
      })
  void whatIsNotSeenIsHiddenWhereverItStands(String hidden) {
    String text = "How do I reset my password?";
    for (int at = 0; at <= text.length(); at++) {
      String evil = text.substring(0, at) + hidden + text.substring(at);
      boolean mark = hidden.charAt(0) == '\uFE00' && at > 0;
      assertThat(HiddenCharacters.areIn(evil)).as("at %d%s", at, mark ? ", a mark" : "").isTrue();
    }
  }

  @Test
  void everyCharacterOfTheseCategoriesIsHiddenInAPlainText() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      int type = Character.getType(character);
      boolean hidden =
          type == Character.FORMAT
              || type == Character.PRIVATE_USE
              || type == Character.UNASSIGNED
              || type == Character.SURROGATE
              || (type == Character.CONTROL && "\t\n\r".indexOf(character) < 0);
      if (hidden) {
        assertThat(HiddenCharacters.areIn("a" + Character.toString(character) + "b"))
            .as(Integer.toHexString(character))
            .isTrue();
      }
    }
  }

  @Test
  void aJoinerHidesNothingWhereItJoins() {
    // One bit for each would be enough to carry a message.
    Random random = new Random(20260105);
    for (int round = 0; round < 1_000; round++) {
      StringBuilder text = new StringBuilder("Hi");
      for (int bit = random.nextInt(8); bit >= 0; bit--) {
        text.append(random.nextBoolean() ? '\u200C' : '\u200D');
      }
      assertThat(HiddenCharacters.areIn(text.append(" there").toString())).isTrue();
      assertThat(HiddenCharacters.areIn("\u0645" + text.substring(2, 3) + text.substring(2)))
          .isTrue();
    }
  }
}
