package io.stepwright.cache.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSignsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for (int i = 0; i <= n; i++)",
        "if (!ready) start();",
        "x = a - b",
        "total = price - discount",
        "if a == b && c != d",
        "fun f(x) -> x + 1",
        "{\"a\": 1}",
        "let x = y;",
        "<b>bold</b>",
        "a[0] = b[1]",
        "items.map(x => x * 2)",
        "std::vector<int> v;",
        "while (i < n) i++;",
        "What does `if (a || b) { }` do?",
        "C:\\Users\\ann",
        "x += 1; y -= 1",
        "print(a, b)",
        "What does max(a, b) return?",
        "SELECT a, b from t"
      })
  void codeIsFound(String text) {
    assertThat(CodeSigns.areIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Is C++ faster than C#?",
        "Is C++ 17 newer than C++ 11, and g++ free?",
        "I tried it; it failed.",
        "Which plan (basic, pro or team) is SELECTED?",
        "PLEASE SELECT A SEAT",
        "Which file(s) and book(s) do I need?",
        "Is R&D part of A/B testing?",
        "Do I pay $5 - or 5% - for a T-shirt (blue)?",
        "How do I get from Rome -> Milan?",
        "Is it 5 < 7?",
        "Open 9 - 5, Monday - Friday",
        "Plan A - or plan B?",
        "Wow!!! Really?! Thanks :) ... ok",
        "What is 2 + 2 * 3?",
        "Is my group O+ or A-?"
      })
  void proseIsNone(String text) {
    assertThat(CodeSigns.areIn(text)).isFalse();
  }
}
