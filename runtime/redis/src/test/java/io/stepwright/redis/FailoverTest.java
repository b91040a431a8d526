package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.LoopbackProxy;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The name of the server is moved to another one, while the old one still accepts connections. */
@Timeout(120)
class FailoverTest {

  private RedisServer before;
  private RedisServer after;
  private LoopbackProxy name;

  @BeforeEach
  void start() {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    before = RedisServer.start("--replica-serve-stale-data", "yes");
    after = RedisServer.start();
    name = new LoopbackProxy(before.port());
  }

  @AfterEach
  void stop() {
    if (name != null) {
      name.close();
      before.close();
      after.close();
    }
  }

  @Test
  void writesReachTheNewMaster() throws Exception {
    try (CacheStore store = RedisTestCase.open(name.url(), RedisTestCase.PATIENT)) {
      // Opens several connections, all of them to the old server.
      Callers.run(4, caller -> store.put(exact("old" + caller)));
      before.command("REPLICAOF", "127.0.0.1", String.valueOf(after.port()));
      Eventually.holds(() -> before.command("ROLE").contains("connected"));
      name.redirect(after.port());

      assertThat(RedisTestCase.failure(() -> store.put(exact("new")))).contains("READONLY");
      for (int i = 0; i < 8; i++) {
        store.put(exact("new" + i));
        assertThat(after.command("EXISTS", Entries.KEYS.entry(PARTITION, "new" + i)))
            .isEqualTo("1");
      }
      assertThat(store.find(PARTITION, "new1")).isNotNull();
    }
  }

  @Test
  void aRemovalThatIsRefusedLeadsToTheNewMasterToo() throws Exception {
    try (CacheStore store = RedisTestCase.open(name.url(), RedisTestCase.PATIENT)) {
      store.put(exact("id"));
      before.command("REPLICAOF", "127.0.0.1", String.valueOf(after.port()));
      Eventually.holds(() -> before.command("ROLE").contains("connected"));
      name.redirect(after.port());

      assertThat(RedisTestCase.failure(() -> store.remove(PARTITION, "id"))).contains("READONLY");
      store.remove(PARTITION, "id");
    }
  }

  @Test
  void aReplicaThatHasLostItsMasterIsLeft() throws Exception {
    try (CacheStore store = RedisTestCase.open(name.url(), RedisTestCase.PATIENT)) {
      store.put(exact("id"));
      before.command("CONFIG", "SET", "replica-serve-stale-data", "no");
      before.command("REPLICAOF", "127.0.0.1", String.valueOf(RedisServer.freePort()));
      name.redirect(after.port());

      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("MASTERDOWN")
          .contains("has lost its master");
      assertThat(store.find(PARTITION, "id")).isNull();
    }
  }
}
