package io.stepwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OuterPunctuationTest {

  private static final int LONG = 1 << 20;

  @ParameterizedTest
  @ValueSource(strings = {"«»", "「」", "『』", "“”", "''", "\"\"", "‘’", "- ", "¿?", "…. "})
  void aLongTextInManyMarksTakesNoLongerThanItsLength(String pair) {
    int half = LONG / 2;
    String text = pair.substring(0, 1).repeat(half) + "a" + pair.substring(1).repeat(half);
    long started = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    TextFolding.fold(text);
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - started;
    assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 17, 1_000})
  void takesAwayEveryPairAroundTheWhole(int times) {
    assertThat(OuterPunctuation.strip("«".repeat(times) + "a" + "»".repeat(times))).isEqualTo("a");
    assertThat(OuterPunctuation.strip("「『".repeat(times) + "a" + "』」".repeat(times)))
        .isEqualTo("a");
  }

  @Test
  void takesAwayOnlyPairsThatCloseAtTheEnd() {
    Random random = new Random(20260106);
    String marks = "««»»「」『』a";
    for (int round = 0; round < 200_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(10); i >= 0; i--) {
        text.append(marks.charAt(random.nextInt(marks.length())));
      }
      assertThat(OuterPunctuation.strip(text.toString())).isEqualTo(peeled(text.toString()));
    }
  }

  /** Removes pair by pair, searching for the end of each pair again. */
  private static String peeled(String text) {
    if (!text.contains("a")) {
      return text;
    }
    String rest = text;
    while (isWrapped(rest)) {
      rest = rest.substring(1, rest.length() - 1);
    }
    return rest;
  }

  private static boolean isWrapped(String text) {
    int kind = "«「『".indexOf(text.charAt(0));
    int depth = 0;
    for (int at = 0; kind >= 0 && at < text.length(); at++) {
      if (text.charAt(at) == "«「『".charAt(kind)) {
        depth++;
      } else if (text.charAt(at) == "»」』".charAt(kind) && --depth == 0) {
        return at == text.length() - 1;
      }
    }
    return false;
  }
}
