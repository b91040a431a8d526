package io.stepwright.it.remembered;

import static io.stepwright.it.remembered.Desk.answerTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.openai.testing.ModelServer;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.CacheOutcome;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Faults of the Redis server: every run gets the right answer. */
@Timeout(120)
class OutageTest {

  private static final String QUESTION = "How do I change the address of my invoice?";

  private final ModelServer server = ModelServer.http();
  private int asked;

  @BeforeAll
  static void redis() {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Desk.Served askNew(Desk desk) {
    String question = "Question number " + asked++;
    Desk.Served served = desk.ask(question);
    assertThat(served.answer()).isEqualTo(answerTo(question));
    return served;
  }

  /** Asks until the store is used again; each question is answered meanwhile. */
  private void awaitRecovery(Desk desk) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!askNew(desk).outcome().equals(CacheOutcome.MISS)
        && !askNew(desk).outcome().equals(CacheOutcome.REFUSED)) {
      assertThat(System.nanoTime() - end).as("recovers").isNegative();
      Thread.sleep(100);
    }
  }

  private Desk desk(RedisServer redis) {
    return new Desk(server, settings(redis));
  }

  private static Map<String, String> settings(RedisServer redis) {
    // Uses the short default, so that an unresponsive server is detected by it.
    return Map.of(
        "stepwright.cache.store", "redis",
        "stepwright.cache.redis.url", redis.url(),
        "stepwright.cache.timeout", "250ms");
  }

  @Test
  void killedAndStartedAgainEmpty() throws Exception {
    try (RedisServer redis = RedisServer.start();
        Desk desk = desk(redis)) {
      desk.ask(QUESTION);
      redis.kill();
      for (int i = 0; i < 8; i++) {
        assertThat(askNew(desk).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
      }
      redis.restart();
      awaitRecovery(desk);
      try (Desk other = desk(redis)) {
        assertThat(other.ask(QUESTION).outcome()).as("lost").isEqualTo(CacheOutcome.MISS);
        assertThat(other.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.EXACT);
      }
    }
  }

  @Test
  void paused() throws Exception {
    try (RedisServer redis = RedisServer.start();
        Desk desk = desk(redis)) {
      desk.ask(QUESTION);
      redis.pause();
      for (int i = 0; i < 8; i++) {
        assertThat(askNew(desk).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
      }
      redis.resume();
      awaitRecovery(desk);
    }
  }

  @Test
  void full() throws Exception {
    try (RedisServer redis =
            RedisServer.start("--maxmemory", "2mb", "--maxmemory-policy", "noeviction");
        Desk desk = desk(redis)) {
      desk.ask(QUESTION);
      redis.command("CONFIG", "SET", "maxmemory", "1");
      for (int i = 0; i < 8; i++) {
        askNew(desk);
      }
      redis.command("CONFIG", "SET", "maxmemory", "0");
      awaitRecovery(desk);
    }
  }

  @Test
  void wrongPassword() {
    try (RedisServer redis = RedisServer.start("--requirepass", "right");
        Desk desk = Desk.without(server, settings(redis))) {
      for (int i = 0; i < 8; i++) {
        assertThat(askNew(desk).outcome()).isEqualTo(CacheOutcome.UNAVAILABLE);
      }
    }
  }

  @Test
  void spoiltEntries() {
    try (RedisServer redis = RedisServer.start()) {
      try (Desk desk = desk(redis)) {
        desk.ask(QUESTION);
      }
      try (Desk desk = desk(redis)) {
        assertThat(desk.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.EXACT);
      }
      String keys = redis.command("KEYS", "sw:*:e:*");
      for (String key : keys.split(",")) {
        redis.command("SET", key.strip(), "{\"version\":1,\"answer\":\"wrong\"}");
      }
      try (Desk desk = desk(redis)) {
        assertThat(desk.ask(QUESTION).answer()).isEqualTo(answerTo(QUESTION));
        assertThat(desk.ask("How can I change the address of my invoice?").answer())
            .isEqualTo(answerTo(QUESTION));
        assertThat(desk.calls()).as("the first was asked anew").isEqualTo(1);
      }
    }
  }

  @Test
  void entriesUnderKeysOfOthers() {
    try (RedisServer redis = RedisServer.start()) {
      try (Desk desk = desk(redis)) {
        desk.ask(QUESTION);
        desk.ask("Where is my parcel?");
      }
      String[] keys = redis.command("KEYS", "sw:*:e:*").split(",");
      assertThat(keys).hasSize(2);
      redis.command("COPY", keys[0].strip(), keys[1].strip(), "REPLACE");
      redis.command("COPY", keys[1].strip(), keys[0].strip(), "REPLACE");
      try (Desk desk = desk(redis)) {
        assertThat(desk.ask(QUESTION).answer()).isEqualTo(answerTo(QUESTION));
        assertThat(desk.ask("Where is my parcel?").answer())
            .isEqualTo(answerTo("Where is my parcel?"));
      }
    }
  }

  @Test
  void olderThanVectorSets() {
    assumeTrue(RedisExecutable.find(7).isPresent(), RedisExecutable.howToInstall(7));
    try (RedisServer redis = RedisServer.startOld()) {
      try (Desk desk = desk(redis)) {
        assertThat(desk.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.MISS);
        String reworded = "How can I change the address of my invoice?";
        assertThat(desk.ask(reworded).answer()).isEqualTo(answerTo(reworded));
      }
      try (Desk desk = desk(redis)) {
        assertThat(desk.ask(QUESTION).outcome()).isEqualTo(CacheOutcome.EXACT);
        assertThat(desk.calls()).isZero();
      }
    }
  }
}
