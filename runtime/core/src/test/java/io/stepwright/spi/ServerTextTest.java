package io.stepwright.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text from a server can be shown on one line. */
class ServerTextTest {

  private static final int[] POINTS = {
    'a', 'z', ' ', 0, 7, 10, 13, 27, 0x7f, 0x85, 0x9b, 0xad, 0xe9, 0x200b, 0x202e, 0x2028, 0x2029,
    0xfeff, 0xd800, 0xdfff, 0xe000, 0xfffe, 0x1f600, 0xe0041, 0x10ffff
  };

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(random.nextBoolean() ? 10 : 4_000); i > 0; i--) {
      text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingIsObeyedOrBroken(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String text = random(random);
      String name = ServerText.name(text);
      String message = ServerText.message(text);
      assertThat(name.length()).isLessThanOrEqualTo(128);
      assertThat(message.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2_048);
      for (String shown : new String[] {name, message, ServerText.line(text)}) {
        assertThat(shown.codePoints())
            .allMatch(point -> "az é?😀".codePoints().anyMatch(good -> good == point));
      }
      assertThat(ServerText.name(name)).isEqualTo(name);
    }
  }

  @Test
  void whatIsPlainIsLeftAlone() {
    String plain = "gpt-4o-mini-2024-07-18";
    assertThat(ServerText.name(plain)).isSameAs(plain);
    assertThat(ServerText.line(plain)).isSameAs(plain);
    assertThat(ServerText.name("modèle-大")).isEqualTo("modèle-大");
  }

  @ParameterizedTest
  @CsvSource({"127, 127", "128, 128", "129, 128", "15000000, 128"})
  void namesAreCut(int length, int left) {
    assertThat(ServerText.name("x".repeat(length))).hasSize(left);
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(ServerText.name("x".repeat(127) + "😀")).isEqualTo("x".repeat(127));
    assertThat(ServerText.message("x".repeat(2_046) + "😀y")).isEqualTo("x".repeat(2_046));
  }
}
