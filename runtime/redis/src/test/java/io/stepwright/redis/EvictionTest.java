package io.stepwright.redis;

import static io.stepwright.redis.Entries.STEP;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheEntry;
import org.junit.jupiter.api.Test;

class EvictionTest extends RedisTestCase {

  private static final int PARTITIONS = 30;
  private static final int IDS = 100;
  private static final CacheEntry OTHER =
      entry("Support.answerAll", "ff", "id0", axis(4, 0), "other", 3_600_000);

  private void fill() throws Exception {
    for (int p = 0; p < PARTITIONS; p++) {
      for (int i = 0; i < IDS; i++) {
        store.put(entry("p" + p, "id" + i, i % 2 == 0 ? axis(4, i % 4) : null, "answer"));
      }
    }
    store.put(OTHER);
    server.command("SET", "not ours", "x");
    server.command("SET", "sw:{odd", "x");
    server.command("SET", "sw:{p0}", "x");
  }

  @Test
  void allEntriesOfAStepAreForgotten() throws Exception {
    fill();

    store.evict(STEP);

    for (int p = 0; p < PARTITIONS; p++) {
      assertThat(store.nearest("p" + p, axis(4, 0), 8, -1)).isEmpty();
      assertThat(store.find("p" + p, "id1")).isNull();
    }
    assertThat(server.command("KEYS", "sw:{p*}:*")).isEmpty();
    assertThat(store.find("ff", "id0")).isEqualTo(OTHER);
    assertThat(store.nearest("ff", axis(4, 0), 8, 0.9)).containsExactly(OTHER);
    assertThat(server.command("EXISTS", "not ours", "sw:{odd", "sw:{p0}")).isEqualTo("3");
  }

  @Test
  void theEntriesOfAStepWithAnIdAreForgotten() throws Exception {
    fill();

    store.evict(STEP, "id0");

    for (int p = 0; p < PARTITIONS; p++) {
      assertThat(store.find("p" + p, "id0")).isNull();
      assertThat(server.command("VISMEMBER", Entries.KEYS.vectors("p" + p), "id0")).isEqualTo("0");
      assertThat(server.command("VCARD", Entries.KEYS.vectors("p" + p))).isEqualTo("49");
      assertThat(store.find("p" + p, "id1")).isNotNull();
    }
    assertThat(store.find("ff", "id0")).isEqualTo(OTHER);
  }

  @Test
  void aStepThatHasNothingIsEvictedToo() throws Exception {
    store.evict("Nobody.knows");
    store.evict("Nobody.knows", "id");

    assertThat(server.command("DBSIZE")).isEqualTo("0");
  }

  @Test
  void partitionsThatHaveExpiredAreNotRemembered() throws Exception {
    String step = Entries.KEYS.step(STEP);
    server.command("ZADD", step, "1", "long-gone", "9999999999999", "still-there");

    store.put(entry("aa", "id", null, "answer"));

    assertThat(server.command("ZRANGE", step, "0", "-1")).isEqualTo("aa,still-there");
  }
}
