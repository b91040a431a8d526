package io.stepwright.cache.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.Guard;
import io.stepwright.cache.TextFolding;
import io.stepwright.spi.cache.NearMatchGuard;
import io.stepwright.spi.cache.NearMatchGuard.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Properties that hold for any text. */
class GuardPropertyTest {

  private static final String[] PIECES =
      ("How do I move 1,250.50 $ € £ % kg 5GB 7pm 7:30 19:05 2024-05-03 1½ 10² from to into before"
              + " after than not n't don’t can't never without un safe unsafe open closed Rome Oslo"
              + " MySQL U.S. Dr. C++ `read_only` \"quoted words\" 'single' half dozen twice first 3rd"
              + " twenty one May march on Monday sat. in the morning, this next Friday? week weekly"
              + " a an hour my mother's owner's 'tis x17 0x1F -5 .5 --flag > < <= and or vs by no №"
              + " non-refundable check-in 12-year-old 日本 привет \u00AD \uD83D\uDE00 e\u0301 (really)"
              + " — – ... ; : / @ # &")
          .split(" ");

  private static final List<NearMatchGuard> GUARDS =
      Guards.names().stream().map(Judging::guard).toList();

  @Test
  void everyGuardHasAName() {
    assertThat(Guards.names())
        .containsExactlyElementsOf(Arrays.stream(Guard.values()).map(Enum::name).toList());
    assertThat(Guards.of("numbers")).isNull();
    for (String name : Guards.names()) {
      assertThat(Judging.guard(name).name()).isEqualTo(name);
    }
  }

  @Test
  void noTextIsRefusedForItself() {
    for (String text : texts(4_000)) {
      for (NearMatchGuard guard : GUARDS) {
        assertThat(guard.check(text, text))
            .as("%s: %s", guard.name(), text)
            .isNotEqualTo(Verdict.REFUSE);
      }
    }
  }

  @Test
  void caseAndPunctuationAreNoReason() {
    for (String text :
        List.of(
            "Show my spending for March 2024 in Rome",
            "Is Dr. Lee's OAuth token valid until 7 p.m. on Sat?",
            "How do I convert 5 kg to lb with MySQL?",
            "Don't move £1,250.50 from Anna to Bob before May!",
            "What does `read_only` do in C++ 17?",
            "Can the U.S. team join us at 19:05?",
            "Is \"pending\" worse than \"failed\"?",
            "I may march on Sunday, or sit in the sun")) {
      for (String variant :
          List.of(
              text.toLowerCase(Locale.ROOT),
              text.toUpperCase(Locale.ROOT),
              TextFolding.fold(text),
              "  " + text.replace(" ", "  ") + " !!",
              "\"" + text + "\"",
              text.replace('\'', '’'),
              "Hi! " + text + " Thanks.")) {
        for (NearMatchGuard guard : GUARDS) {
          assertThat(guard.check(text, variant))
              .as("%s: %s / %s", guard.name(), text, variant)
              .isEqualTo(Verdict.PASS);
        }
      }
    }
  }

  @Test
  void whichTextIsAskedMakesNoDifference() {
    List<String> texts = texts(4_000);
    for (int i = 1; i < texts.size(); i++) {
      for (NearMatchGuard guard : GUARDS) {
        String one = texts.get(i - 1);
        String other = texts.get(i);
        assertThat(guard.check(one, other))
            .as("%s: %s / %s", guard.name(), one, other)
            .isEqualTo(guard.check(other, one));
      }
    }
  }

  @Test
  void anyCharacterIsRead() {
    Random random = new Random(7);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append((char) random.nextInt(random.nextBoolean() ? 0x180 : 0x10000));
      }
      for (NearMatchGuard guard : GUARDS) {
        assertThat(guard.check(text.toString(), text.toString())).isNotEqualTo(Verdict.REFUSE);
      }
    }
  }

  @Test
  void longTextsTakeNoLongerThanTheirLength() {
    for (String piece :
        List.of("1", "1,", "1/", "1:", "'", "\"", "a'", "a.", "-", "1 and a half ")) {
      String text = piece.repeat(20_000);
      for (NearMatchGuard guard : GUARDS) {
        assertThat(guard.check(text, text)).as(piece).isNotEqualTo(Verdict.REFUSE);
      }
    }
  }

  private static List<String> texts(int count) {
    Random random = new Random(20260103);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> pieces = new ArrayList<>();
      for (int length = random.nextInt(12); length >= 0; length--) {
        pieces.add(PIECES[random.nextInt(PIECES.length)]);
      }
      texts.add(String.join(" ", pieces));
    }
    return texts;
  }
}
