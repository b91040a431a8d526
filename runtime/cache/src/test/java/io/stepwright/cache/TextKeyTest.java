package io.stepwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextKeyTest {

  private static final String QUESTION = "Where is my order?";

  @ParameterizedTest
  @ValueSource(
      strings = {"\u2002\u2003\u2028\u2003", " \t \t\t", "     ", "\n \n ", "\u00A0 \u00A0"})
  void spacesInWhichAMessageMayBeHiddenMakeAnotherKey(String spaces) {
    assertThat(TextKey.of(QUESTION + spaces)).isNotEqualTo(TextKey.of(QUESTION));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n", "\r\n", "\n\n", "\r\n\r\n"})
  void spacesOfEverydayWritingMakeTheSameKey(String spaces) {
    assertThat(TextKey.of(spaces + QUESTION + spaces)).isEqualTo(TextKey.of(QUESTION));
    assertThat(TextKey.of("Hi," + spaces + QUESTION)).isEqualTo(TextKey.of("Hi, " + QUESTION));
  }

  @Test
  void codeAndItsLayoutAreKeyedAsTheyAre() {
    assertThat(TextKey.of("if x:\n    a()\nb()")).isNotEqualTo(TextKey.of("if x:\n  a()\n  b()"));
    assertThat(TextKey.of("split by \"a  b\"")).isNotEqualTo(TextKey.of("split by \"a b\""));
    assertThat(TextKey.of("Foo(x); Bar(y);")).isNotEqualTo(TextKey.of("Foo(x);  Bar(y)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- 5 + 8", "\u2212 5 degrees"})
  void aMinusIsNoSignOfAList(String text) {
    assertThat(TextKey.of(text)).isNotEqualTo(TextKey.of(text.substring(2)));
  }
}
