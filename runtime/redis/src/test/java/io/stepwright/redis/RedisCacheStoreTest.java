package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.STEP;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.entry;
import static io.stepwright.redis.Entries.exact;
import static io.stepwright.redis.Entries.expiring;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stepwright.redis.testing.LoopbackProxy;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreFactory;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class RedisCacheStoreTest extends RedisTestCase {

  private static final int SIZE = 8;

  /**
   * Allowed difference between this process's clock and the server's in milliseconds, on a busy
   * machine.
   */
  private static final long CLOCK = 10_000;

  private static long expires(String key) {
    return Long.parseLong(server.command("PEXPIRETIME", key));
  }

  @Test
  void theFactoryIsFoundByItsName() {
    assertThat(ServiceLoader.load(CacheStoreFactory.class))
        .singleElement()
        .isInstanceOf(RedisCacheStoreFactory.class)
        .extracting(CacheStoreFactory::name)
        .isEqualTo("redis");
  }

  @Test
  void nothingIsConnectedBeforeTheFirstUse() throws Exception {
    // No server listens on this port.
    try (CacheStore unused = open("redis://127.0.0.1:" + RedisServer.freePort(), PATIENT)) {
      assertThat(unused).isNotNull();
    }
  }

  @Test
  void anEntryIsFoundAsItWasPut() throws Exception {
    Random random = new Random(1);
    CacheEntry withVector =
        entry(
            PARTITION, "id1", Entries.random(random, 384), "{\"a\":\"ü\\n👩‍👩‍👧 \ud800\u0000\"}");
    CacheEntry withoutVector = exact("id2");
    store.put(withVector);
    store.put(withoutVector);

    assertThat(store.find(PARTITION, "id1")).isEqualTo(withVector);
    assertThat(store.find(PARTITION, "id2")).isEqualTo(withoutVector);
    assertThat(store.nearest(PARTITION, withVector.vector(), 8, 0.9)).containsExactly(withVector);
    try (CacheStore another = open(server.url(), PATIENT)) {
      assertThat(another.find(PARTITION, "id1")).isEqualTo(withVector);
    }
  }

  @Test
  void whatWasNeverPutIsNotFound() throws Exception {
    store.put(semantic("here", axis(SIZE, 0)));

    assertThat(store.find(PARTITION, "elsewhere")).isNull();
    assertThat(store.find("bb22", "here")).isNull();
    assertThat(store.nearest("bb22", axis(SIZE, 0), 8, -1)).isEmpty();
  }

  @Test
  void aNewEntryTakesThePlaceOfTheOld() throws Exception {
    store.put(entry(PARTITION, "id", axis(SIZE, 0), "old"));
    CacheEntry second = entry(PARTITION, "id", axis(SIZE, 1), "new");
    store.put(second);

    assertThat(store.find(PARTITION, "id")).isEqualTo(second);
    assertThat(store.nearest(PARTITION, axis(SIZE, 1), 8, 0.9)).containsExactly(second);
    assertThat(store.nearest(PARTITION, axis(SIZE, 0), 8, 0.9)).isEmpty();
    assertThat(server.command("VCARD", Entries.KEYS.vectors(PARTITION))).isEqualTo("1");
  }

  @Test
  void anEntryThatLostItsVectorIsFoundExactlyOnly() throws Exception {
    store.put(semantic("id", axis(SIZE, 0)));
    CacheEntry second = exact("id");
    store.put(second);

    assertThat(store.nearest(PARTITION, axis(SIZE, 0), 8, 0.9)).isEmpty();
    assertThat(store.find(PARTITION, "id")).isEqualTo(second);
    assertThat(server.command("EXISTS", Entries.KEYS.vectors(PARTITION))).isEqualTo("0");
  }

  @Test
  void anEntryIsRemoved() throws Exception {
    store.put(semantic("one", axis(SIZE, 0)));
    CacheEntry other = semantic("two", axis(SIZE, 0));
    store.put(other);

    store.remove(PARTITION, "one");
    store.remove(PARTITION, "never put");
    store.remove("bb22", "one");

    assertThat(store.find(PARTITION, "one")).isNull();
    assertThat(store.nearest(PARTITION, axis(SIZE, 0), 8, 0.9)).containsExactly(other);
    assertThat(server.command("VCARD", Entries.KEYS.vectors(PARTITION))).isEqualTo("1");
  }

  @Test
  void anExpiredEntryIsGone() throws Exception {
    store.put(expiring("short", axis(SIZE, 0), 150));
    CacheEntry lasting = semantic("long", axis(SIZE, 0));
    store.put(lasting);
    Eventually.holds(
        () -> server.command("EXISTS", Entries.KEYS.entry(PARTITION, "short")).equals("0"));

    assertThat(store.find(PARTITION, "short")).isNull();
    assertThat(store.nearest(PARTITION, axis(SIZE, 0), 8, 0.9)).containsExactly(lasting);
    assertThat(server.command("VCARD", Entries.KEYS.vectors(PARTITION)))
        .as("The search has removed the vector that leads nowhere.")
        .isEqualTo("1");
  }

  @Test
  void anEntryThatIsPastIsNotKeptAndRemovesTheOldOne() throws Exception {
    store.put(semantic("id", axis(SIZE, 0)));
    store.put(expiring("id", axis(SIZE, 0), -1));

    assertThat(store.find(PARTITION, "id")).isNull();
    assertThat(store.nearest(PARTITION, axis(SIZE, 0), 8, 0.9)).isEmpty();
  }

  @Test
  void readingDoesNotExtendTheLife() throws Exception {
    CacheEntry entry = semantic("id", axis(SIZE, 0));
    store.put(entry);
    long before = expires(Entries.KEYS.entry(PARTITION, "id"));
    for (int i = 0; i < 20; i++) {
      store.find(PARTITION, "id");
      store.nearest(PARTITION, axis(SIZE, 0), 8, 0.9);
    }

    assertThat(expires(Entries.KEYS.entry(PARTITION, "id")))
        .isEqualTo(before)
        .isCloseTo(entry.expiresMillis(), within(CLOCK));
    assertThat(expires(Entries.KEYS.vectors(PARTITION)))
        .isCloseTo(entry.expiresMillis(), within(CLOCK));
  }

  @Test
  void theSetLivesAsLongAsTheEntryThatLivesLongest() throws Exception {
    CacheEntry middle = expiring("middle", axis(SIZE, 0), 60_000);
    CacheEntry last = expiring("last", axis(SIZE, 1), 90_000);
    CacheEntry first = expiring("first", axis(SIZE, 2), 30_000);
    String vectors = Entries.KEYS.vectors(PARTITION);

    store.put(middle);
    assertThat(expires(vectors)).isCloseTo(middle.expiresMillis(), within(CLOCK));
    store.put(last);
    long latest = expires(vectors);
    assertThat(latest).isCloseTo(last.expiresMillis(), within(CLOCK));
    store.put(first);
    assertThat(expires(vectors)).isEqualTo(latest);
    assertThat(server.command("PTTL", Entries.KEYS.step(STEP))).isNotEqualTo("-1");
  }

  @Test
  void whenItExpiresIsSaidAsTheTimeThatIsLeft() throws Exception {
    server.command("CONFIG", "RESETSTAT");
    List<String> sent = new CopyOnWriteArrayList<>();
    try (LoopbackProxy proxy = new LoopbackProxy(server.port());
        CacheStore observed = open(proxy.url(), PATIENT)) {
      proxy.observe(sent::add);
      observed.put(semantic("id", axis(SIZE, 0)));
    }
    // The server's clock may differ, so no absolute time is sent to it except as a score.
    assertThat(String.join("", sent)).contains("PX").doesNotContain("PXAT", "PEXPIREAT");
    assertThat(server.command("INFO", "commandstats"))
        .contains("cmdstat_pexpire:")
        .doesNotContain("pexpireat");
  }

  @Test
  void whatWasMadeMoreThanAMinuteFromNowIsNotFound() throws Exception {
    long now = System.currentTimeMillis();
    for (String id : List.of("soon", "later")) {
      long created = now + (id.equals("soon") ? 30_000 : 3_600_000);
      store.put(
          new CacheEntry(
              STEP, PARTITION, id, "t", axis(SIZE, 0), "a", created, created + 3_600_000, 1, 1));
    }
    assertThat(store.find(PARTITION, "later")).isNull();
    assertThat(store.find(PARTITION, "soon")).isNotNull();
    assertThat(store.nearest(PARTITION, axis(SIZE, 0), 8, 0.9)).hasSize(1);
  }

  @Test
  void nothingIsKeptForEver() throws Exception {
    store.put(semantic("id", axis(SIZE, 0)));

    for (String key : server.command("KEYS", "*").split(",")) {
      assertThat(Long.parseLong(server.command("PTTL", key))).as(key).isPositive();
    }
  }

  @Test
  void aSetThatIsAlwaysWrittenToDoesNotGrowForEver() throws Exception {
    int entries = 400;
    for (int i = 0; i < entries; i++) {
      store.put(semantic("e" + i, Entries.random(new Random(i), SIZE)));
      if (i >= 10) { // Deletes the key as an expiry would.
        server.command("DEL", Entries.KEYS.entry(PARTITION, "e" + (i - 10)));
      }
    }

    assertThat(Integer.parseInt(server.command("VCARD", Entries.KEYS.vectors(PARTITION))))
        .isLessThan(entries / 4);
  }

  @Test
  void databasesAreApart() throws Exception {
    try (CacheStore other = open(server.url() + "/3", PATIENT)) {
      other.put(exact("id"));

      assertThat(other.find(PARTITION, "id")).isNotNull();
      assertThat(store.find(PARTITION, "id")).isNull();
    }
  }
}
