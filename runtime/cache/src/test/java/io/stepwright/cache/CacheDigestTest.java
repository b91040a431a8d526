package io.stepwright.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheDigestTest {

  private static final String SECRET = "0123456789abcdef";

  private static String hex(@Nullable String secret, List<String> texts) {
    CacheDigest digest = new CacheDigests(secret).start();
    texts.forEach(digest::add);
    return digest.hex();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = SECRET)
  void halvesOfPairsDifferFromAllElse(@Nullable String secret) {
    List<String> texts =
        List.of("\ud83d", "\ud83e", "\ude00", "\ufffd", "?", "", "\ud83d\ude00", "\ude00\ud83d");
    List<String> digests = texts.stream().map(text -> hex(secret, List.of(text))).toList();
    assertThat(digests).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = SECRET)
  void noTwoSequencesHaveOneDigest(@Nullable String secret) {
    Random random = new Random(7);
    Map<String, List<String>> known = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      List<String> texts = texts(random);
      List<String> other = known.put(hex(secret, texts), texts);
      assertThat(other == null ? texts : other).isEqualTo(texts);
    }
  }

  /** Makes texts of few characters, so that sequences often differ only in where they are cut. */
  private static List<String> texts(Random random) {
    String alphabet = "a\u0000\u0001?\ufffd\u00e9\ud83d\ude00\ud800";
    List<String> texts = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(5); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  @Test
  void aSecretMakesDigestsThatNobodyElseCanMake() {
    List<String> texts = List.of("4711");
    assertThat(hex(SECRET, texts))
        .hasSize(64)
        .isEqualTo(hex(SECRET, texts))
        .isNotEqualTo(hex(null, texts))
        .isNotEqualTo(hex(SECRET + "x", texts));
    // Without a secret the digest is that of {@code add}. With one the key must not be the plain
    // HMAC of RFC 2104, which could be reused for other data signed with the secret.
    assertThat(hex(null, texts)).isEqualTo(new CacheDigest().add("4711").hex());
  }
}
