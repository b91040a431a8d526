package io.stepwright.cache.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.Await;
import io.stepwright.spi.cache.CacheEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class VectorIndexTest {

  private static final int NEAREST = 8;

  @ParameterizedTest
  @CsvSource({"1,3,40", "2,7,400", "3,16,900", "4,33,1500", "5,384,700"})
  void findsWhatBruteForceFindsWhateverIsAddedAndRemoved(long seed, int dimensions, int most) {
    Random random = new Random(seed);
    VectorIndex index = new VectorIndex(dimensions);
    Map<CacheEntry, VectorIndex.Location> there = new HashMap<>();
    List<CacheEntry> order = new ArrayList<>();
    int searches = 0;
    for (int step = 0; step < 4 * most; step++) {
      // The index grows for a while, then shrinks, then grows again.
      boolean grows = step / most % 2 == 0;
      if (order.isEmpty() || random.nextInt(10) < (grows ? 8 : 2)) {
        CacheEntry entry = entry("" + step, vector(random, dimensions));
        there.put(entry, index.add(entry, vectorOf(entry)));
        order.add(entry);
      } else {
        CacheEntry entry = order.remove(random.nextInt(order.size()));
        index.remove(there.remove(entry));
      }
      if (random.nextInt(20) == 0) {
        float[] query = vector(random, dimensions);
        NearestEntries nearest = new NearestEntries(query, NEAREST, -1, 0);
        index.search(nearest);
        assertThat(nearest.entries()).containsExactlyElementsOf(bruteForce(order, query));
        searches++;
      }
    }
    assertThat(searches).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"2,0.99", "7,0.9", "33,0.8", "384,0.5", "384,0.9", "384,0.999", "385,0.0"})
  void findsAllThatReachTheFloorAlthoughItLooksAtAPart(int dimensions, double floor) {
    Random random = new Random(dimensions);
    VectorIndex index = new VectorIndex(dimensions);
    List<CacheEntry> entries = new ArrayList<>();
    float[] centre = vector(random, dimensions);
    for (int i = 0; i < 1_200; i++) {
      // Spreads the entries from the centre to almost random directions.
      CacheEntry entry = entry("" + i, between(centre, vector(random, dimensions), i / 1_200f));
      index.add(entry, vectorOf(entry));
      entries.add(entry);
    }
    int found = 0;
    for (int round = 0; round < 50; round++) {
      float[] query = between(centre, vector(random, dimensions), round / 50f);
      List<CacheEntry> expected = reaching(floor, query, bruteForce(entries, query));
      found += expected.size();
      NearestEntries nearest = new NearestEntries(query, NEAREST, floor, 0);
      index.search(nearest);
      assertThat(reaching(floor, query, nearest.entries())).isEqualTo(expected);
    }
    assertThat(found).isPositive();
  }

  @Test
  void leavesOutWhatHasExpired() {
    VectorIndex index = new VectorIndex(2);
    CacheEntry old = entry("old", new float[] {1, 0}, 100);
    CacheEntry young = entry("young", new float[] {0.6f, 0.8f}, 101);
    index.add(old, vectorOf(old));
    index.add(young, vectorOf(young));
    NearestEntries nearest = new NearestEntries(new float[] {1, 0}, 1, -1, 100);
    index.search(nearest);
    assertThat(nearest.entries()).containsExactly(young);
  }

  @Test
  void alwaysFindsWhatStaysWhileOthersComeAndGo() throws Exception {
    int dimensions = 16;
    Random random = new Random(6);
    VectorIndex index = new VectorIndex(dimensions);
    List<CacheEntry> staying = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      CacheEntry entry = entry("stays" + i, vector(random, dimensions));
      index.add(entry, vectorOf(entry));
      staying.add(entry);
    }
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch writing = new CountDownLatch(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        Random own = new Random(7 + writer);
        writers.add(threads.submit(() -> comeAndGo(index, own, dimensions, done, writing)));
      }
      Await.latch(writing);
      for (int search = 0; search < 3_000; search++) {
        CacheEntry wanted = staying.get(random.nextInt(staying.size()));
        NearestEntries nearest = new NearestEntries(vectorOf(wanted), NEAREST, -1, 0);
        index.search(nearest);
        assertThat(nearest.entries()).contains(wanted);
        assertThat(nearest.entries())
            .isSortedAccordingTo(
                Comparator.comparing(
                        (CacheEntry entry) -> DotProduct.of(vectorOf(wanted), vectorOf(entry)))
                    .reversed());
      }
      done.set(true);
      for (Future<?> writer : writers) {
        writer.get(30, TimeUnit.SECONDS);
      }
    } finally {
      done.set(true);
      threads.shutdownNow();
    }
  }

  private static void comeAndGo(
      VectorIndex index,
      Random random,
      int dimensions,
      AtomicBoolean done,
      CountDownLatch writing) {
    List<VectorIndex.Location> locations = new ArrayList<>();
    while (!done.get()) {
      // Keeps writing these rows: half-written ones are far from unit length, and a search must not
      // use them.
      for (int i = 0; i < 200; i++) {
        CacheEntry entry = entry("goes", vector(random, dimensions));
        locations.add(index.add(entry, vectorOf(entry)));
      }
      locations.forEach(index::remove);
      locations.clear();
      writing.countDown();
    }
  }

  private static List<CacheEntry> reaching(double floor, float[] query, List<CacheEntry> entries) {
    return entries.stream()
        .filter(entry -> DotProduct.of(query, vectorOf(entry)) >= floor)
        .toList();
  }

  private static List<CacheEntry> bruteForce(List<CacheEntry> entries, float[] query) {
    return entries.stream()
        .sorted(
            Comparator.comparing((CacheEntry entry) -> DotProduct.of(query, vectorOf(entry)))
                .reversed())
        .limit(NEAREST)
        .toList();
  }

  static float[] vector(Random random, int dimensions) {
    float[] vector = new float[dimensions];
    double square = 0;
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
      square += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < dimensions; i++) {
      vector[i] /= (float) Math.sqrt(square);
    }
    return vector;
  }

  private static float[] between(float[] a, float[] b, float share) {
    float[] sum = new float[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (1 - share) * a[i] + share * b[i];
    }
    float length = DotProduct.length(sum, 0);
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= length;
    }
    return sum;
  }

  private static float[] vectorOf(CacheEntry entry) {
    float[] vector = entry.vector();
    assertThat(vector).isNotNull();
    return vector;
  }

  private static CacheEntry entry(String id, float[] vector) {
    return entry(id, vector, Long.MAX_VALUE);
  }

  private static CacheEntry entry(String id, float[] vector, long expires) {
    return new CacheEntry("step", "partition", id, id, vector, "answer", 0, expires, 0, 0);
  }
}
