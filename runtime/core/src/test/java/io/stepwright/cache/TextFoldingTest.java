package io.stepwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Where is my order?           | where is my order
          WHERE   IS\u00A0MY\tORDER ?!  | where is my order
          «Où est-il ?»                | où est-il
          "Where is it?"               | where is it
          'Don’t stop'                 | don't stop
          Don’t stop…                  | don't stop
          (see above)                  | see above
          (a) or (b)                   | (a) or (b)
          "a" and "b"                  | "a" and "b"
          ¿Dónde está?                 | dónde está
          - buy milk                   | buy milk
          • buy milk                   | buy milk
          -5 + 3                       | -5 + 3
          −5 degrees                   | -5 degrees
          --verbose                    | --verbose
          .5                           | .5
          .NET or Java?                | .net or java
          ...and then?                 | and then
          !important                   | !important
          $5                           | $5
          5%.                          | 5%
          5$!                          | 5$
          Is it C++?                   | is it c++
          Is it C#?                    | is it c#
          What is 5!                   | what is 5!
          What is 5!?                  | what is 5!
          What is n!                   | what is n!
          Blood group O-               | blood group o-
          Blood group O+               | blood group o+
          Thanks :)                    | thanks :)
          Thanks :(                    | thanks :(
          6' 2"                        | 6' 2"
          #1                           | #1
          @ann                         | @ann
          /help                        | /help
          >5                           | >5
          ２０２４                      | 2024
          10²                          | 10^2
          10²³                         | 10^23
          x²3                          | x^2 3
          1½                           | 1 1\u20442
          ½                            | 1\u20442
          CO₂                          | co2
          5 ㎏                          | 5 kg
          10–12                        | 10-12
          so\u00ADft                   | soft
          ﬁle                          | file
          東京はどこですか。              | 東京はどこですか
          ?                            | ?
          ...                          | ...
          """)
  void foldsWhatIsWrittenDifferently(String text, String folded) {
    assertThat(TextFolding.fold(text)).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Cancel it    | Don't cancel it
          -5           | 5
          10²          | 102
          1½           | 11/2
          C            | C++
          C#           | C
          A-           | A
          5%           | 5
          $5           | €5
          Great :)     | Great :(
          What is 5!   | What is 5?
          .5           | 5
          ?            | !
          """)
  void keepsApartWhatMeansSomethingElse(String one, String other) {
    assertThat(TextFolding.fold(one)).isNotEqualTo(TextFolding.fold(other));
  }

  @Test
  void takesNothing() {
    assertThat(TextFolding.fold("")).isEmpty();
    assertThat(TextFolding.fold(" \n ")).isEmpty();
  }

  @Test
  void everyCharacterIsFoldedOnce() {
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      for (String form : new String[] {"%s", "a%s", "%sb", "7%s8", "(%s)", " %s x", "x %s"}) {
        assertFoldedOnce(form.formatted(Character.toString(character)));
      }
    }
  }

  @Test
  void foldingTwiceChangesNothing() {
    Random random = new Random(20260101);
    String alphabet = "aB5 .,;:!?-–—'’\"“”()[]{}«»`$€%+#&²½①₂\u00AD\u200B\u0301İßΣς中。¿@/\t";
    for (int round = 0; round < 50_000; round++) {
      assertFoldedOnce(
          random
              .ints(random.nextInt(12), 0, alphabet.length())
              .mapToObj(at -> alphabet.substring(at, at + 1))
              .collect(Collectors.joining()));
    }
  }

  @Test
  void noDigitIsDropped() {
    Random random = new Random(20260102);
    String alphabet = "0123456789 .,;:!?-–'\"()[]$%+#";
    for (int round = 0; round < 50_000; round++) {
      String text =
          random
              .ints(random.nextInt(10), 0, alphabet.length())
              .mapToObj(at -> alphabet.substring(at, at + 1))
              .collect(Collectors.joining());
      assertThat(digits(TextFolding.fold(text))).as(text).isEqualTo(digits(text));
    }
  }

  private static String digits(String text) {
    return text.chars()
        .filter(Character::isDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static void assertFoldedOnce(String text) {
    String folded = TextFolding.fold(text);
    String again = TextFolding.fold(folded);
    if (!again.equals(folded)) {
      assertThat(again)
          .as(text.codePoints().mapToObj(Integer::toHexString).toList().toString())
          .isEqualTo(folded);
    }
  }
}
