package io.stepwright.cache.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class MemoryStoreTest {

  private static final float[] EAST = {1, 0};
  private static final float[] NORTH = {0, 1};

  private final AtomicLong millis = new AtomicLong(1_000_000);
  private final MemoryStore store = store(MemoryLimits.DEFAULT);

  private MemoryStore store(MemoryLimits limits) {
    return new MemoryStore(limits, millis::get, () -> TimeUnit.MILLISECONDS.toNanos(millis.get()));
  }

  private CacheEntry entry(String step, String partition, String id, float @Nullable [] vector) {
    return entry(step, partition, id, vector, "answer", millis.get() + 1_000);
  }

  private CacheEntry entry(
      String step,
      String partition,
      String id,
      float @Nullable [] vector,
      String answer,
      long expires) {
    return new CacheEntry(step, partition, id, id, vector, answer, millis.get(), expires, 1, 2);
  }

  @Test
  void findsWhatWasPutByPartitionAndId() {
    CacheEntry entry = entry("a.s", "p", "1", EAST);
    store.put(entry);
    assertThat(store.find("p", "1")).isSameAs(entry);
    assertThat(store.find("p", "2")).isNull();
    assertThat(store.find("q", "1")).isNull();
    assertThat(store.nearest("p", EAST, 8, 0.9)).containsExactly(entry);
    assertThat(store.nearest("q", EAST, 8, 0.9)).isEmpty();
  }

  @Test
  void replacesAnEntryAndItsVector() {
    store.put(entry("a.s", "p", "1", EAST));
    CacheEntry newer = entry("a.s", "p", "1", NORTH);
    store.put(newer);
    assertThat(store.find("p", "1")).isSameAs(newer);
    assertThat(store.nearest("p", EAST, 8, -1)).containsExactly(newer);
    CacheEntry without = entry("a.s", "p", "1", null);
    store.put(without);
    assertThat(store.find("p", "1")).isSameAs(without);
    assertThat(store.nearest("p", EAST, 8, -1)).isEmpty();
  }

  @Test
  void forgetsAtTheTimeAndNoLaterHoweverOftenItIsRead() {
    CacheEntry entry = entry("a.s", "p", "1", EAST);
    store.put(entry);
    for (int i = 0; i < 10; i++) {
      millis.addAndGet(99);
      assertThat(store.find("p", "1")).isSameAs(entry);
    }
    millis.addAndGet(9);
    assertThat(store.find("p", "1")).isSameAs(entry);
    millis.addAndGet(1);
    assertThat(store.nearest("p", EAST, 8, 0.9)).isEmpty();
    assertThat(store.find("p", "1")).isNull();
    assertThat(store.size("a.s")).isZero();
    assertThat(store.partitions()).isZero();
  }

  @Test
  void doesNotKeepLongerWhenTheClockIsPutBack() {
    AtomicLong wall = new AtomicLong(1_000_000);
    AtomicLong nanos = new AtomicLong();
    MemoryStore other = new MemoryStore(wall::get, nanos::get);
    other.put(new CacheEntry("a.s", "p", "1", "1", EAST, "x", 1_000_000, 1_001_000, 0, 0));
    wall.addAndGet(-3_600_000);
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
    assertThat(other.find("p", "1")).isNull();
  }

  @Test
  void keepsTheNumberOfEntriesOfEveryStepWithinTheLimit() {
    MemoryStore small = store(new MemoryLimits(100, 64 << 20));
    for (int i = 0; i < 1_000; i++) {
      small.put(entry("a.s", "p" + i % 7, "" + i, EAST));
      small.put(entry("a.t", "q", "" + i, EAST));
    }
    assertThat(small.size("a.s")).isEqualTo(100);
    assertThat(small.size("a.t")).isEqualTo(100);
    // Entries that were evicted are not found by meaning either.
    assertThat(small.nearest("q", EAST, 1_000, -1)).hasSize(100);
    assertThat(IntStream.range(0, 7).map(i -> small.nearest("p" + i, EAST, 1_000, -1).size()).sum())
        .isEqualTo(100);
  }

  @Test
  void holdsAsManyEntriesAsItMay() {
    for (int i = 0; i < 10_000; i++) {
      store.put(entry("a.s", "p", "" + i, EAST));
    }
    assertThat(store.size("a.s")).isEqualTo(10_000);
    assertThat(store.nearest("p", EAST, 10_000, -1)).hasSize(10_000);
    for (int i = 0; i < 500; i++) {
      store.put(entry("a.s", "p", "more" + i, EAST));
    }
    assertThat(store.size("a.s")).isEqualTo(10_000);
  }

  @Test
  void keepsTheBytesOfEveryStepWithinTheLimit() {
    MemoryStore small = store(new MemoryLimits(10_000, 1 << 20));
    String latin = "x".repeat(10_000);
    String wide = "\u4e16".repeat(10_000);
    for (int i = 0; i < 1_000; i++) {
      small.put(entry("a.latin", "p", "" + i, null, latin, millis.get() + 1_000));
      small.put(entry("a.wide", "q", "" + i, null, wide, millis.get() + 1_000));
    }
    assertThat(small.size("a.latin")).isBetween(90L, 104L);
    assertThat(small.size("a.wide")).isBetween(45L, 52L);
    small.put(entry("a.latin", "p", "huge", null, "x".repeat(2 << 20), millis.get() + 1_000));
    assertThat(small.size("a.latin")).isLessThanOrEqualTo(104);
    assertThat(small.find("p", "huge")).isNull();
  }

  @Test
  void countsWhatTheIndexKeepsOfAVector() {
    CacheEntry without = entry("a.s", "p", "1", null);
    CacheEntry with = entry("a.s", "p", "1", new float[384]);
    assertThat(EntrySize.bytes(with) - EntrySize.bytes(without))
        .isEqualTo(16 + 4 * (384 + 128 + 1));
  }

  @Test
  void evictsAStepInEveryPartition() {
    store.put(entry("a.s", "p", "1", EAST));
    store.put(entry("a.s", "q", "1", EAST));
    store.put(entry("a.s", "q", "2", EAST));
    store.put(entry("a.t", "r", "1", EAST));
    store.evict("a.s", "1");
    assertThat(store.find("p", "1")).isNull();
    assertThat(store.find("q", "1")).isNull();
    assertThat(store.find("q", "2")).isNotNull();
    assertThat(store.find("r", "1")).isNotNull();
    store.evict("a.s");
    assertThat(store.nearest("q", EAST, 8, -1)).isEmpty();
    assertThat(store.find("r", "1")).isNotNull();
    store.close();
    assertThat(store.find("r", "1")).isNull();
    assertThat(store.partitions()).isZero();
  }

  @Test
  void evictsAStepThatSharesAPartitionWithAnother() {
    store.put(entry("a.s", "p", "1", EAST));
    store.put(entry("a.t", "p", "2", EAST));
    store.evict("a.t");
    assertThat(store.find("p", "1")).isNotNull();
    assertThat(store.find("p", "2")).isNull();
  }

  @Test
  void ignoresVectorsOfOtherDimensions() {
    store.put(entry("a.s", "p", "1", EAST));
    store.put(entry("a.s", "p", "2", new float[] {1, 0, 0}));
    assertThat(store.nearest("p", new float[] {1, 0, 0}, 8, -1)).isEmpty();
    assertThat(store.nearest("p", EAST, 8, -1)).hasSize(1);
    assertThat(store.nearest("p", EAST, 0, -1)).isEmpty();
    assertThat(store.find("p", "2")).isNotNull();
    store.remove("p", "2");
    store.remove("p", "1");
    assertThat(store.partitions()).isZero();
  }

  @Test
  void agreesWithAMapWhateverIsDone() {
    Random random = new Random(8);
    Map<List<String>, CacheEntry> model = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String partition = "p" + random.nextInt(5);
      String id = "" + random.nextInt(60);
      List<String> key = List.of(partition, id);
      switch (random.nextInt(20)) {
        case 0 -> {
          store.remove(partition, id);
          model.remove(key);
        }
        case 1 -> {
          millis.addAndGet(random.nextInt(300));
          model.values().removeIf(entry -> entry.expiresMillis() <= millis.get());
        }
        case 2, 3, 4, 5, 6, 7, 8 -> {
          float[] vector = random.nextInt(4) == 0 ? null : VectorIndexTest.vector(random, 5);
          CacheEntry entry =
              entry("a.s", partition, id, vector, "" + i, millis.get() + 1 + random.nextInt(3_000));
          store.put(entry);
          model.put(key, entry);
        }
        case 9 -> {
          if (random.nextInt(50) == 0) {
            store.evict("a.s", id);
            model.keySet().removeIf(known -> known.get(1).equals(id));
          }
        }
        default -> {
          assertThat(store.find(partition, id)).isSameAs(model.get(key));
          assertThat(store.nearest(partition, VectorIndexTest.vector(random, 5), 1_000, -1))
              .containsExactlyInAnyOrderElementsOf(
                  model.values().stream()
                      .filter(entry -> entry.partition().equals(partition))
                      .filter(entry -> entry.vector() != null)
                      .toList());
        }
      }
    }
    // Expired entries are removed a little later without a look-up.
    assertThat(store.size("a.s")).isGreaterThanOrEqualTo(model.size());
    millis.addAndGet(10_000);
    assertThat(store.size("a.s")).isZero();
    assertThat(store.partitions()).isZero();
  }
}
