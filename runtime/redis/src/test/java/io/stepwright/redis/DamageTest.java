package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.entry;
import static io.stepwright.redis.Entries.exact;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.cache.CacheEntry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged entries of this store, and data of others under its keys. */
class DamageTest extends RedisTestCase {

  private static final int SIZE = 4;
  private static final String KEY = Entries.KEYS.entry(PARTITION, "bad");
  private static final String VECTORS = Entries.KEYS.vectors(PARTITION);

  private CacheEntry good;

  @BeforeEach
  void putOneBesideAGoodOne() throws Exception {
    good = semantic("good", axis(SIZE, 0));
    store.put(semantic("bad", axis(SIZE, 0)));
    store.put(good);
  }

  private static String json(CacheEntry entry) {
    return new String(Entries.CODEC.write(entry), StandardCharsets.UTF_8);
  }

  private List<CacheEntry> nearest() throws Exception {
    return store.nearest(PARTITION, axis(SIZE, 0), 8, 0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "{}", "null", "{\"version\":2}"})
  void aPayloadThatCannotBeReadIsNoEntryAndIsRemoved(String payload) throws Exception {
    server.command("SET", KEY, payload);
    assertThat(nearest()).containsExactly(good);
    assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
    assertThat(server.command("VCARD", VECTORS)).isEqualTo("1");

    server.command("SET", KEY, payload);
    assertThat(store.find(PARTITION, "bad")).isNull();
    // An empty entry looks like a missing one; the next answer replaces it.
    assertThat(server.command("EXISTS", KEY)).isEqualTo(payload.isEmpty() ? "1" : "0");
    CacheEntry again = semantic("bad", axis(SIZE, 0));
    store.put(again);
    assertThat(store.find(PARTITION, "bad")).isEqualTo(again);
  }

  @Test
  void anotherEntrysPayloadIsNoEntryAndIsRemoved() throws Exception {
    for (CacheEntry foreign :
        List.of(good, entry("bb22", "bad", axis(SIZE, 0), "answer of another partition"))) {
      server.command("SET", KEY, json(foreign));
      assertThat(nearest()).containsExactly(good);
      assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
      assertThat(server.command("VCARD", VECTORS)).isEqualTo("1");

      server.command("SET", KEY, json(foreign));
      assertThat(store.find(PARTITION, "bad")).isNull();
      assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
      store.put(semantic("bad", axis(SIZE, 0)));
    }
    assertThat(store.find(PARTITION, "good")).isEqualTo(good);
  }

  @Test
  void aVectorOfAnotherLengthIsNoEntryAndIsRemoved() throws Exception {
    server.command("SET", KEY, json(semantic("bad", axis(SIZE + 1, 0))));

    assertThat(nearest()).containsExactly(good);
    assertThat(server.command("EXISTS", KEY)).isEqualTo("0");
  }

  @Test
  void aMemberWithoutPayloadIsRemoved() throws Exception {
    server.command("DEL", KEY);
    server.command("VADD", VECTORS, "VALUES", "4", "1", "0", "0", "0", "odd \"member\" ü");

    assertThat(nearest()).containsExactly(good);
    assertThat(server.command("VCARD", VECTORS)).isEqualTo("1");
  }

  @Test
  void anEntryUnderAKeyOfAnotherTypeIsNoneAndIsRemoved() throws Exception {
    server.command("DEL", KEY);
    server.command("RPUSH", KEY, "a", "b");
    assertThat(nearest()).containsExactly(good);
    assertThat(store.find(PARTITION, "bad")).isNull();
    assertThat(server.command("EXISTS", KEY)).isEqualTo("0");

    server.command("RPUSH", KEY, "a", "b");
    CacheEntry again = exact("bad");
    store.put(again);
    assertThat(store.find(PARTITION, "bad")).isEqualTo(again);
  }

  @Test
  void aSetOfAnotherTypeIsToldAndExactEntriesAreStillFound() throws Exception {
    server.command("SET", VECTORS, "x");

    assertThat(failure(this::nearest)).contains("refused VSIM").contains("delete the key");
    assertThat(failure(() -> store.put(semantic("new", axis(SIZE, 0))))).contains("delete the key");
    assertThat(store.find(PARTITION, "new")).isNotNull();
    assertThat(store.find(PARTITION, "good")).isEqualTo(good);
  }

  @Test
  void aSetOfVectorsOfAnotherLengthIsTold() throws Exception {
    assertThat(failure(() -> store.put(semantic("new", axis(SIZE + 1, 0)))))
        .contains("refused VADD")
        .contains("dimension");
    assertThat(failure(() -> store.nearest(PARTITION, axis(SIZE + 1, 0), 8, 0.9)))
        .contains("refused VSIM")
        .contains("dimension");
    assertThat(nearest()).hasSize(2);
  }

  @Test
  void aRegistryOfAnotherTypeIsTold() throws Exception {
    server.command("SET", Entries.KEYS.step(Entries.STEP), "x");

    assertThat(failure(() -> store.evict(Entries.STEP))).contains("delete the key");
    assertThat(failure(() -> store.put(exact("new")))).contains("delete the key");
  }
}
