package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheEntry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends RedisTestCase {

  private static final int CALLERS = 16;
  private static final int ROUNDS = 200;
  private static final int SIZE = 64;

  @Test
  void callersDoNotGetEachOthersAnswers() throws Exception {
    Callers.run(
        CALLERS,
        caller -> {
          Random random = new Random(caller);
          for (int round = 0; round < ROUNDS; round++) {
            String id = caller + "-" + round;
            CacheEntry entry = Entries.semantic(id, Entries.random(random, SIZE));
            store.put(entry);
            assertThat(store.find(PARTITION, id)).isEqualTo(entry);
            assertThat(store.nearest(PARTITION, entry.vector(), 8, 0.99)).containsExactly(entry);
            if (round % 3 == 0) {
              store.remove(PARTITION, id);
              assertThat(store.find(PARTITION, id)).isNull();
            }
          }
        });

    int left = CALLERS * (ROUNDS - (ROUNDS + 2) / 3);
    assertThat(server.command("VCARD", Entries.KEYS.vectors(PARTITION)))
        .isEqualTo(String.valueOf(left));
  }

  @Test
  void whoWritesTheSameEntryAtTheSameTimeLeavesOneWholeEntry() throws Exception {
    float[] vector = Entries.random(new Random(1), SIZE);
    Callers.run(
        CALLERS,
        caller -> {
          for (int round = 0; round < ROUNDS; round++) {
            store.put(Entries.entry(PARTITION, "same", vector, "answer of " + caller));
            CacheEntry found = store.find(PARTITION, "same");
            assertThat(found.answer()).startsWith("answer of ");
            // Redis 8.0 may miss a vector at the moment of its replacement.
            List<CacheEntry> nearest = store.nearest(PARTITION, vector, 8, 0.99);
            assertThat(nearest).hasSizeLessThan(2);
            assertThat(nearest).allMatch(entry -> entry.answer().startsWith("answer of "));
          }
        });

    assertThat(store.nearest(PARTITION, vector, 8, 0.99)).hasSize(1);
    assertThat(server.command("VCARD", Entries.KEYS.vectors(PARTITION))).isEqualTo("1");
  }
}
