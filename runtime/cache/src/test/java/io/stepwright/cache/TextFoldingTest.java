package io.stepwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
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
          Where   Is\u00A0My order ?!   | where is my order
          WHERE IS MY ORDER?           | WHERE IS MY ORDER
          «Wie geht es ?»              | wie geht es
          "Where is it?"               | where is it
          'Don’t stop'                 | don't stop
          Don’t stop…                  | don't stop
          (see above)                  | (see above)
          [1]                          | [1]
          (a) or (b)                   | (a) or (b)
          "a" and "b"                  | "a" and "b"
          ¿Dónde está?                 | dónde está
          - buy milk                   | buy milk
          • buy milk                   | buy milk
          -5 + 3                       | -5 + 3
          - 5 + 8                      | - 5 + 8
          − 5 degrees                  | - 5 degrees
          - x + 3                      | - x + 3
          Take 5 Mg                    | take 5 Mg
          A = 3                        | A = 3
          I = 3                        | I = 3
          −5 degrees                   | -5 degrees
          --verbose                    | --verbose
          .5                           | .5
          .NET or Java?                | .NET or Java
          ...and then?                 | ...and then
          !important                   | !important
          $5                           | $5
          5%.                          | 5%
          5$!                          | 5$
          Is it C++?                   | is it C++
          Is it C#?                    | is it C#
          What is 5!                   | what is 5!
          What is 5!?                  | what is 5!
          What is n!                   | what is n!
          Blood group O-               | blood group O-
          Blood group O+               | blood group O+
          Thanks :)                    | thanks :)
          Thanks :(                    | thanks :(
          6' 2"                        | 6' 2"
          #1                           | #1
          @ann                         | @ann
          /help                        | /help
          >5                           | >5
          ２０２４                      | 2024
          10²                          | 10²
          1½                           | 1½
          CO₂                          | CO₂
          5 ㎏                          | 5 ㎏
          Can I pay?                   | can i pay
          A train to Rome              | A train to Rome
          Learn A and B                | learn A and B
          "A dog"                      | A dog
          Where is (Anna)?             | where is (Anna)
          Don't Stop                   | don't Stop
          Use tar -X                   | use tar -X
          Order aB3xQ                  | order aB3xQ
          Read Main.java               | read Main.java
          My PIN                       | my PIN
          Check-In                     | Check-In
          İzmir                        | İzmir
          Émile                        | émile
          What is 5!!                  | what is 5!!
          Run git add .                | run git add .
          10–12                        | 10-12
          so\u00ADft                   | so\u00ADft
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
          5 km to Mm   | 5 km to mm
          How many Mg  | how many mg
          In Turkey    | in turkey
          To the Co    | to the co
          Ωm           | ωm
          Is Δx it     | is δx it
          Is it Hunter | is it hunter
          cd ../..     | cd ../
          ls /home/..  | ls /home/
          try ^a.      | try ^a
          ls *.        | ls *
          1..          | 1
          5²!          | 5²
          [n]!         | [n]
          - ab         | ab
          ...args      | args
          Fix: hello!  | Fix: hello?
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
          aB3xQ        | Ab3Xq
          tar -x       | tar -X
          2ⁿ           | 2n
          xⁱ           | xi
          H₂O          | H2O
          x₁           | x1
          ①            | 1
          ½            | 1⁄2
          ㎡            | m2
          ℡            | TEL
          ™            | TM
          Ⅳ            | IV
          ℕ            | N
          𝐀            | A
          ſ            | s
          ª            | a
          mW           | MW
          x            | X
          pin          | PIN
          us           | US
          polish it    | POLISH it
          cd ..        | cd .
          git add .    | git add
          [x]          | (x)
          {x}          | x
          5!           | 5!!
          so\u00ADft   | soft
          a\u200Bb     | ab
          a\u200Db     | ab
          a\u0301b     | ab
          ?foo=1       | foo=1
          :q           | q
          What is ;    | What is
          """)
  void keepsApartWhatMeansSomethingElse(String one, String other) {
    assertThat(TextFolding.fold(one)).isNotEqualTo(TextFolding.fold(other));
  }

  @Test
  void lineBreaksAndTabsThatMaySaySomethingStay() {
    for (String text : new String[] {"a%sb", "1%s2", "5%s-3", "# list files%sls", "a:%sb"}) {
      assertThat(TextFolding.fold(text.formatted("\n")))
          .isNotEqualTo(TextFolding.fold(text.formatted(" ")));
      assertThat(TextFolding.fold(text.formatted("\t")))
          .isNotEqualTo(TextFolding.fold(text.formatted(" ")));
    }
    assertThat(TextFolding.fold("Hi,\r\nwhere is it")).isEqualTo("Hi, where is it");
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

  /**
   * Checks folding against the documented rules, which {@code WrittenDown} implements
   * independently.
   */
  @Test
  void textsThatFoldToTheSameDifferOnlyInWhatIsWrittenDown() {
    Random random = new Random(20260104);
    String special =
        "aAbBiIxXéÉ09 .,;:!?-–'’\"“”()[]«»$+#&\u00AD\u200B\u200C\u200D\u0301\u0308\uFE0F\uFE0E\uD83D\uDC4D\uE000"
            + "²ⁿ½①㎡℡™ſﬁＡａ１\u00A0\u2028\u3000\t\n\u0000\u0085Å\u212B\u212AİıßẞΣσς中。¿\uDB40\uDC41";
    int equal = 0;
    for (int round = 0; round < 200_000; round++) {
      String one = random(random, special, random.nextInt(10));
      String other = changed(one, random, special);
      if (!one.equals(other) && TextFolding.fold(one).equals(TextFolding.fold(other))) {
        equal++;
        assertThat(WrittenDown.without(other))
            .as(() -> codes(one) + " / " + codes(other))
            .isEqualTo(WrittenDown.without(one));
      }
    }
    assertThat(equal).as("foldings that were seen").isGreaterThan(1_000);
  }

  private static String changed(String text, Random random, String special) {
    int at = random.nextInt(text.length() + 1);
    String start = text.substring(0, at);
    String end = text.substring(at);
    return switch (random.nextInt(6)) {
      case 0 -> start + random(random, special, 1) + end;
      case 1 -> start + (end.isEmpty() ? "" : end.substring(1));
      case 2 -> end.isEmpty() ? text : start + random(random, special, 1) + end.substring(1);
      case 3 -> start + end.toUpperCase(Locale.ROOT);
      case 4 -> start.toLowerCase(Locale.ROOT) + end;
      default -> Normalizer.normalize(text, Normalizer.Form.values()[random.nextInt(4)]);
    };
  }

  private static String random(Random random, String special, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(8)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(0x10000));
        default -> text.append(special.charAt(random.nextInt(special.length())));
      }
    }
    return text.toString();
  }

  private static String codes(String text) {
    return text.codePoints().mapToObj(Integer::toHexString).toList().toString();
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
