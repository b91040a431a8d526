package io.stepwright.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntrySignerTest {

  private static final String SECRET = "correct horse battery";

  private final EntrySigner signer = new EntrySigner(SECRET);

  private static CacheEntry entry(
      String step, String partition, String id, @Nullable String text, float @Nullable [] vector) {
    return new CacheEntry(step, partition, id, text, vector, "answer", 1, 2, 3, 4);
  }

  private static List<CacheEntry> differing() {
    List<CacheEntry> entries = new ArrayList<>();
    float[] unit = {1, 0};
    entries.add(entry("s", "p", "i", "t", unit));
    entries.add(entry("sp", "", "i", "t", unit));
    entries.add(entry("s", "pi", "", "t", unit));
    entries.add(entry("s", "p", "it", "", unit));
    entries.add(entry("s", "p", "i", null, unit));
    entries.add(entry("s", "p", "i", "", unit));
    entries.add(entry("s", "p", "i", "\ud83d", unit));
    entries.add(entry("s", "p", "i", "\ufffd", unit));
    entries.add(entry("s", "p", "i", "?", unit));
    entries.add(entry("s", "p", "i", "t", null));
    entries.add(entry("s", "p", "i", "t", new float[] {}));
    entries.add(entry("s", "p", "i", "t", new float[] {1}));
    entries.add(entry("s", "p", "i", "t", new float[] {1, -0f}));
    entries.add(entry("s", "p", "i", "t", new float[] {0, 1}));
    for (int field = 0; field < 4; field++) {
      long[] numbers = {1, 2, 3, 4};
      numbers[field] += 1L << 40;
      entries.add(
          new CacheEntry(
              "s", "p", "i", "t", unit, "answer", numbers[0], numbers[1], numbers[2], numbers[3]));
    }
    entries.add(new CacheEntry("s", "p", "i", "t", unit, "answer2", 1, 2, 3, 4));
    entries.add(new CacheEntry("s", "p", "i", "t", unit, "x".repeat(50_000), 1, 2, 3, 4));
    entries.add(new CacheEntry("s", "p", "i", "t", unit, "x".repeat(50_001), 1, 2, 3, 4));
    return entries;
  }

  @Test
  void everyFieldIsSignedAndNoneFlowsIntoTheNext() {
    Set<String> signatures = new HashSet<>();
    for (CacheEntry entry : differing()) {
      assertThat(signatures.add(HexFormat.of().formatHex(signer.sign(entry)))).isTrue();
      assertThat(signer.isValid(entry, signer.sign(entry))).isTrue();
    }
    List<CacheEntry> entries = differing();
    for (CacheEntry one : entries) {
      for (CacheEntry other : entries) {
        assertThat(signer.isValid(one, signer.sign(other))).isEqualTo(one.equals(other));
      }
    }
  }

  @Test
  void onlyWhoHasTheSecretSigns() {
    CacheEntry entry = differing().get(0);
    assertThat(signer.isValid(entry, null)).isFalse();
    assertThat(signer.isValid(entry, new byte[0])).isFalse();
    assertThat(signer.isValid(entry, new byte[32])).isFalse();
    assertThat(signer.isValid(entry, new EntrySigner(SECRET + "x").sign(entry))).isFalse();
    assertThat(signer.isValid(entry, new EntrySigner(SECRET).sign(entry))).isTrue();
    assertThat(signer).hasToString("EntrySigner");
  }

  @Test
  void anySingleBitOfASignatureCounts() {
    CacheEntry entry = differing().get(0);
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      byte[] signature = signer.sign(entry);
      signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
      assertThat(signer.isValid(entry, signature)).isFalse();
    }
  }
}
