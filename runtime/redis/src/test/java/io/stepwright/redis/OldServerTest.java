package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis 7, which has no vector sets. */
class OldServerTest {

  private RedisServer server;

  @BeforeEach
  void start() {
    assumeTrue(RedisExecutable.find(7).isPresent(), RedisExecutable.howToInstall(7));
    server = RedisServer.startOld();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void exactEntriesAreFoundAndTheLogSaysOnceWhyNoOthersAre() throws Exception {
    try (Logged logged = new Logged();
        CacheStore store = RedisTestCase.open(server.url(), RedisTestCase.PATIENT)) {
      CacheEntry entry = semantic("id", axis(4, 0));
      store.put(entry);
      store.put(entry);

      assertThat(store.find(PARTITION, "id")).isEqualTo(entry);
      assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).isEmpty();
      assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).isEmpty();
      assertThat(logged.messages())
          .singleElement()
          .asString()
          .contains("has no vector sets")
          .contains("Use Redis 8")
          .contains("127.0.0.1:" + server.port());

      store.remove(PARTITION, "id");
      assertThat(store.find(PARTITION, "id")).isNull();
      store.put(entry);
      store.evict(Entries.STEP, "id");
      assertThat(store.find(PARTITION, "id")).isNull();
      store.put(entry);
      store.evict(Entries.STEP);
      assertThat(store.find(PARTITION, "id")).isNull();
      assertThat(logged.messages()).hasSize(1);
    }
  }

  @Test
  void aServerThatIsReplacedByANewerOneIsNoticed() throws Exception {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    try (Logged logged = new Logged();
        CacheStore store = RedisTestCase.open(server.url(), RedisTestCase.PATIENT)) {
      assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).isEmpty();
      server.kill();
      try (RedisServer newer = RedisServer.startOn(server.port())) {
        Eventually.holds(() -> found(store));
        assertThat(logged.messages()).hasSize(1);
        assertThat(newer.command("VCARD", Entries.KEYS.vectors(PARTITION))).isEqualTo("1");
      }
    }
  }

  private static boolean found(CacheStore store) throws Exception {
    try {
      store.put(semantic("id", axis(4, 0)));
      List<CacheEntry> nearest = store.nearest(PARTITION, axis(4, 0), 8, 0.9);
      return !nearest.isEmpty();
    } catch (CacheStoreException e) {
      return false;
    }
  }
}
