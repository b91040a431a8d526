package io.stepwright.benchmarks.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.cache.text.CodeSigns;
import io.stepwright.cache.text.HiddenCharacters;
import io.stepwright.cache.text.Scripts;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {

  /** All texts must be comparable by meaning, or the benchmark would not measure hits. */
  @Test
  void allTextsCanBeComparedByMeaning() {
    Texts texts = new Texts(2_000);
    Scripts english = new Scripts(Set.of("en"));
    assertThat(texts.remembered()).allMatch(english::read).noneMatch(CodeSigns::areIn);
    assertThat(texts.reworded(2_000, 2_000)).allMatch(english::read).noneMatch(CodeSigns::areIn);
    assertThat(Texts.others(500)).allMatch(english::read).noneMatch(HiddenCharacters::areIn);
  }
}
