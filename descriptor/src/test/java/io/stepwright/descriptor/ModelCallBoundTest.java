package io.stepwright.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelCallBoundTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | 0 | at most 0 model calls | 0 at most",
        "1 | 0 | 0 | at most 1 model call | 1 at most",
        "9 | 3 | 0 | at most 9 model calls, and 3 for each of pages | 9 at most, and 3 for each of pages",
        "0 | 1 | 0 | at most 1 model call for each of pages | 1 at most for each of pages",
        "2147483647 | 0 | 0 | more model calls than can be counted | more than can be counted",
        "9 | 2147483647 | 0 | at most 9 model calls, and more than can be counted for each of pages | 9 at most, and more than can be counted for each of pages",
        "0 | 3 | 2 | at most 3 model calls for each of pages, and 2 for each of notes | 3 at most for each of pages, and 2 for each of notes"
      })
  void isPutIntoWords(int fixed, int pages, int notes, String text, String figures) {
    Map<String, Integer> perItem = new LinkedHashMap<>();
    if (pages > 0) {
      perItem.put("pages", pages);
    }
    if (notes > 0) {
      perItem.put("notes", notes);
    }
    ModelCallBound bound = new ModelCallBound(fixed, perItem);
    assertThat(bound.text()).isEqualTo(text);
    assertThat(bound.figures(UnaryOperator.identity())).isEqualTo(figures);
  }

  @Test
  void sumsAndProductsDoNotOverflow() {
    int most = ModelCallBound.NO_BOUND;
    assertThat(ModelCallBound.plus(2, 3)).isEqualTo(5);
    assertThat(ModelCallBound.times(2, 3)).isEqualTo(6);
    assertThat(ModelCallBound.plus(most, most)).isEqualTo(most);
    assertThat(ModelCallBound.times(most, most)).isEqualTo(most);
    assertThat(ModelCallBound.times(most, 0)).isZero();
    assertThat(ModelCallBound.times(65_536, 32_768)).isEqualTo(most);
  }
}
