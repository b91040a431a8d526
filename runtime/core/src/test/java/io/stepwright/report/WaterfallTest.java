package io.stepwright.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WaterfallTest {

  private static final long MILLI = 1_000_000;

  @Test
  void barsStandOnOneAxis() {
    String text =
        Waterfall.render(
            List.of(
                new Waterfall.Row("intent", 0, 400 * MILLI, '+', "gpt"),
                new Waterfall.Row("email", 400 * MILLI, 400 * MILLI, '+', "gpt"),
                new Waterfall.Row("note", 0, 0, '-', "skipped")),
            800 * MILLI,
            40);
    assertThat(text.lines())
        .containsExactly(
            "+ intent |=========         | 400 ms gpt",
            "+ email  |         =========| 400 ms gpt",
            "- note   |                  | skipped");
  }

  @Test
  void aShortStepIsSeenAndNoLineIsTooLong() {
    for (int width : new int[] {-1, 40, 60, 100, 200}) {
      String text =
          Waterfall.render(
              List.of(
                  new Waterfall.Row("x".repeat(80), 999 * MILLI, 1, '+', "n".repeat(90)),
                  new Waterfall.Row("b", 2_000 * MILLI, 10 * MILLI, '!', "")),
              1_000 * MILLI,
              width);
      assertThat(text.lines()).hasSize(2).allMatch(line -> line.length() <= Math.max(width, 40));
      assertThat(text.lines()).allMatch(line -> line.contains("="));
    }
    assertThat(Waterfall.render(List.of(), 0, 80)).isEmpty();
  }

  @Test
  void timesAreReadable() {
    assertThat(Waterfall.time(1_500_000)).isEqualTo("1.5 ms");
    assertThat(Waterfall.time(15_400_000)).isEqualTo("15 ms");
    assertThat(Waterfall.time(2_345_000_000L)).isEqualTo("2.35 s");
  }
}
