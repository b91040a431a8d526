package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.cosine;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NearestTest extends RedisTestCase {

  private static final int SIZE = 384;
  private static final int ENTRIES = 1_000;
  private static final int QUERIES = 100;

  private final Random random = new Random(4711);

  /** Adds clusters, as real questions form them: some are reworded again and again. */
  private List<CacheEntry> fill() throws Exception {
    List<CacheEntry> entries = new ArrayList<>();
    float[] middle = Entries.random(random, SIZE);
    for (int i = 0; i < ENTRIES; i++) {
      if (i % 10 == 0) {
        middle = Entries.random(random, SIZE);
      }
      CacheEntry entry = Entries.semantic("e" + i, Entries.near(random, middle, 0.9));
      store.put(entry);
      entries.add(entry);
    }
    return entries;
  }

  private static List<CacheEntry> byCosine(List<CacheEntry> entries, float[] query, int count) {
    return entries.stream()
        .sorted(Comparator.comparingDouble(entry -> -cosine(entry.vector(), query)))
        .limit(count)
        .toList();
  }

  @Test
  void findsWhatComparingAllFinds() throws Exception {
    List<CacheEntry> entries = fill();
    int best = 0;
    int common = 0;
    for (int i = 0; i < QUERIES; i++) {
      float[] query = Entries.near(random, entries.get(random.nextInt(ENTRIES)).vector(), 0.93);
      List<CacheEntry> expected = byCosine(entries, query, 8);

      List<CacheEntry> found = store.nearest(PARTITION, query, 8, -1);

      assertThat(found).hasSize(8).isSubsetOf(entries);
      best += byCosine(found, query, 1).equals(expected.subList(0, 1)) ? 1 : 0;
      Set<CacheEntry> both = new HashSet<>(found);
      both.retainAll(expected);
      common += both.size();
    }
    assertThat(best).isEqualTo(QUERIES);
    assertThat(common).isGreaterThan(QUERIES * 8 * 95 / 100);
  }

  @Test
  void leavesOutNothingThatReachesTheSimilarity() throws Exception {
    List<CacheEntry> entries = fill();
    for (int i = 0; i < QUERIES; i++) {
      float[] query = Entries.near(random, entries.get(random.nextInt(ENTRIES)).vector(), 0.93);
      // Exactly on the edge, computed in exact numbers.
      double edge = cosine(byCosine(entries, query, 1).get(0).vector(), query);

      List<CacheEntry> found = store.nearest(PARTITION, query, 8, edge);

      assertThat(found).contains(byCosine(entries, query, 1).get(0));
      assertThat(found)
          .allMatch(entry -> cosine(entry.vector(), query) > edge - 2 * VectorSearch.QUANTISATION);
    }
  }

  @Test
  void givesNoMoreThanIsAskedFor() throws Exception {
    List<CacheEntry> entries = fill();

    assertThat(store.nearest(PARTITION, entries.get(7).vector(), 1, 0.5))
        .containsExactly(entries.get(7));
    assertThat(store.nearest(PARTITION, entries.get(7).vector(), 200, -1)).hasSize(200);
  }
}
