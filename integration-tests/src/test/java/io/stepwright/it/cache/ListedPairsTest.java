package io.stepwright.it.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.minilm.MiniLmEmbedderFactory;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.CacheOutcome;
import io.stepwright.spi.NotComparable;
import io.stepwright.spi.cache.EmbedderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs that look alike to the real embedder, judged one by one, at any similarity and in both
 * orders.
 */
@Timeout(300)
class ListedPairsTest {

  private static final Path PAIRS = Path.of("src", "test", "resources", "pairs");

  private static PairCache cache;

  @BeforeAll
  static void load() throws Exception {
    cache =
        new PairCache(new MiniLmEmbedderFactory().create(new EmbedderSettings(null, null, null)));
  }

  @AfterAll
  static void close() {
    cache.close();
  }

  static List<List<String>> different() throws IOException {
    return read("different.txt");
  }

  static List<List<String>> same() throws IOException {
    return read("same.txt");
  }

  private static List<List<String>> read(String file) throws IOException {
    return Files.readAllLines(PAIRS.resolve(file)).stream()
        .filter(line -> line.contains("|"))
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  @ParameterizedTest
  @MethodSource
  void different(List<String> pair) throws Exception {
    assertThat(ask(pair.get(0), pair.get(1)).outcome().isHit()).as("%s", pair).isFalse();
    assertThat(ask(pair.get(1), pair.get(0)).outcome().isHit()).as("%s", pair).isFalse();
  }

  @ParameterizedTest
  @MethodSource
  void same(List<String> pair) throws Exception {
    assertThat(ask(pair.get(0), pair.get(1)).outcome().isHit()).as("%s", pair).isTrue();
    assertThat(ask(pair.get(1), pair.get(0)).outcome().isHit()).as("%s", pair).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_PIECES, How was it? \uD83D\uDE00, How was it? \uD83D\uDE21",
    "CHARACTERS, How do I reset my password?\u200B, How do I reset my password?\u2060",
    "LANGUAGE, Как отменить заказ, Как не отменить заказ",
    "LANGUAGE, Kann ich die Bestellung stornieren?, Kann ich die Bestellung nicht stornieren?",
    "CODE, for (int i = 0; i <= n; i++), for (int i = 0; i < n; i++)"
  })
  void theReasonIsSaid(NotComparable reason, String one, String other) throws Exception {
    CacheLookup lookup = cache.ask(one, other, Set.of(), false);
    assertThat(lookup.outcome()).isEqualTo(CacheOutcome.NOT_COMPARABLE);
    assertThat(lookup.notComparable()).isEqualTo(reason);
    boolean readable = reason == NotComparable.LANGUAGE || reason == NotComparable.CODE;
    assertThat(cache.ask(one, other, Set.of(), true).outcome())
        .isEqualTo(readable ? CacheOutcome.SEMANTIC : CacheOutcome.NOT_COMPARABLE);
  }

  @Test
  void longTextsAreComparedWhereTheyDiffer() throws Exception {
    String letter =
        "I have rented a flat in the old town since last spring, and until now everything was fine."
            + " Then the heating broke, the landlord was away, and my neighbour called a plumber who"
            + " sent the bill to all of us. The bill is not small, and nobody has agreed to it. ";
    String asked = letter + "Now tell me, must Alice pay Bob?";
    assertThat(ask(asked, letter + "Now tell me, must Bob pay Alice?").outcome())
        .isEqualTo(CacheOutcome.REFUSED);
    assertThat(ask(asked, letter + "Now tell me, must Alice pay Carl?").outcome())
        .isEqualTo(CacheOutcome.REFUSED);
    assertThat(ask(asked, letter + "So please tell me, must Alice pay Bob?").outcome())
        .isEqualTo(CacheOutcome.SEMANTIC);
    String words = letter.replaceAll("[.,]", "");
    assertThat(ask(words + "must Alice pay Bob", words + "must Bob pay Alice").outcome())
        .isEqualTo(CacheOutcome.REFUSED);
  }

  private static CacheLookup ask(String remembered, String asked) throws InterruptedException {
    return cache.ask(remembered, asked, GuardSet.ALL.names(), false);
  }
}
