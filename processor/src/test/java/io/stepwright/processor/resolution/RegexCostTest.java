package io.stepwright.processor.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexCostTest {

  private static final String[] ATOMS = {
    "a",
    ".",
    "\\d",
    "\\pL",
    "\\p{Greek}",
    "\\x41",
    "\\x{1F600}",
    "[a-z]",
    "[^]a]",
    "[[:alpha:]_]",
    "[\\]{2}]",
    "\\{",
    "\\(",
    "^",
    "$",
    "\\b",
    "\\Qa{9}(\\E",
    "\u00e9",
    "\ud83d\ude00",
    "{",
    "{x}",
    "(?i)",
    "(?:)",
    "()"
  };
  private static final String[] REPETITIONS = {
    "*", "+", "?", "*?", "{3}", "{0}", "{0,}", "{2,}", "{1,4}?", "{0,7}", "{5,5}"
  };

  @Test
  void theCountIsNeverTooLowAndNeverFarTooHigh() {
    Random random = new Random(20_260_101);
    int valid = 0;
    for (int i = 0; i < 20_000; i++) {
      String expression = expression(random, 4);
      int size;
      try {
        size = Pattern.compile(expression).programSize();
      } catch (com.google.re2j.PatternSyntaxException e) {
        continue;
      }
      valid++;
      assertThat(RegexCost.of(expression).instructions())
          .as(expression)
          .isGreaterThanOrEqualTo(size)
          .isLessThanOrEqualTo(8L * size + 40);
    }
    assertThat(valid).isGreaterThan(10_000);
  }

  private static String expression(Random random, int depth) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      boolean group = depth > 0 && random.nextInt(3) > 0;
      String[] openings = {"(", "(?:", "(?P<g" + random.nextInt(1_000_000) + ">", "(?is:"};
      text.append(
          group
              ? openings[random.nextInt(4)] + expression(random, depth - 1) + ")"
              : ATOMS[random.nextInt(ATOMS.length)]);
      text.append(random.nextInt(2) == 0 ? REPETITIONS[random.nextInt(REPETITIONS.length)] : "");
      text.append(random.nextInt(4) == 0 && i + 1 < parts ? "|" : "");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1,1000}){1,1000}){1,1000}",
        "(?:(?:(?:){1000}){1000}){1000}",
        "(((){1000}){1000}){1000}",
        "(?:(?:(?:[a-z]{1000}){1000}){1000}){1000}",
        "(?:(?:\\p{L}{1000,}){1000,}){1000,}",
        "(?:(?:\\Qa\\E{1000}){1000}){1000}",
        "(?:(?:\\x{61}{1000}){1000}){1000}",
        "(?:(?:(?:(?:(?:(?:(?:(?:a{999}){999}){999}){999}){999}){999}){999}){999}){999}",
      })
  void whatWouldNotFitIsCountedWithoutMakingIt(String expression) {
    assertThat(RegexCost.of(expression).instructions()).isGreaterThan(1_000_000);
  }

  @Test
  void depthCountsGroupsInEachOther() {
    assertThat(RegexCost.of("(a)(?:b(?P<c>c)[(](?i)\\()").depth()).isEqualTo(2);
    assertThat(RegexCost.of("(".repeat(30_000) + ")".repeat(30_000)).depth()).isEqualTo(30_000);
  }

  @Test
  void theGreatestDepthFitsIntoASmallStack() throws InterruptedException {
    String expression = "(?:(".repeat(125) + "a+" + ")|b)*".repeat(125);
    assertThat(RegexCost.of(expression).depth()).isEqualTo(250);
    Throwable[] failed = new Throwable[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                assertThat(Pattern.compile(expression).matcher("aab").find()).isTrue();
              } catch (Throwable e) {
                failed[0] = e;
              }
            },
            "small",
            256 << 10);
    thread.start();
    thread.join();
    assertThat(failed[0]).isNull();
  }
}
