package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.entry;
import static io.stepwright.redis.Entries.exact;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that answers, but refuses commands. */
class RefusalTest extends RedisTestCase {

  private static final String SECRET = "topsecret";

  @AfterEach
  void asItWas() {
    server.command("CONFIG", "SET", "maxmemory", "0");
    server.command("REPLICAOF", "NO", "ONE");
    server.command("ACL", "DELUSER", "bob");
  }

  private String urlOf(String user) {
    return "redis://" + user + ":" + SECRET + "@127.0.0.1:" + server.port();
  }

  @Test
  void aFullServerRefusesEntriesAndStillFindsThem() throws Exception {
    store.put(semantic("id", axis(4, 0)));
    server.command("CONFIG", "SET", "maxmemory", "1");

    assertThat(failure(() -> store.put(semantic("other", axis(4, 1)))))
        .contains("refused")
        .contains("OOM")
        .contains("raise maxmemory");
    assertThat(store.find(PARTITION, "id")).isNotNull();
    assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).hasSize(1);
    store.remove(PARTITION, "id");
    assertThat(store.find(PARTITION, "id")).isNull();

    server.command("CONFIG", "SET", "maxmemory", "0");
    store.put(exact("other"));
    assertThat(store.find(PARTITION, "other")).isNotNull();
  }

  @Test
  void aReplicaRefusesEntriesAndStillFindsThem() throws Exception {
    store.put(semantic("id", axis(4, 0)));
    server.command("REPLICAOF", "127.0.0.1", "1");

    assertThat(failure(() -> store.put(exact("other"))))
        .contains("READONLY")
        .contains("It is a replica");
    assertThat(failure(() -> store.remove(PARTITION, "id"))).contains("READONLY");
    assertThat(store.find(PARTITION, "id")).isNotNull();
    assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).hasSize(1);
  }

  @Test
  void aPasswordIsNeededAndTheRightOneIsTaken() throws Exception {
    try (RedisServer guarded = RedisServer.start("--requirepass", SECRET);
        CacheStore right = open("redis://:" + SECRET + "@127.0.0.1:" + guarded.port(), PATIENT);
        CacheStore wrong = open("redis://:wrong" + "@127.0.0.1:" + guarded.port(), PATIENT);
        CacheStore none = open(guarded.url(), PATIENT)) {
      right.put(semantic("id", axis(4, 0)));

      assertThat(right.nearest(PARTITION, axis(4, 0), 8, 0.9)).hasSize(1);
      assertThat(failure(() -> wrong.find(PARTITION, "id")))
          .contains("WRONGPASS")
          .contains("stepwright.cache.redis.url")
          .doesNotContain(":wrong");
      assertThat(failure(() -> none.find(PARTITION, "id")))
          .contains("NOAUTH")
          .contains("stepwright.cache.redis.url");
    }
  }

  /** Returns the rights that the page on the cache lists for a user. */
  private static String documentedRights() throws IOException {
    String page = Files.readString(Path.of("../../docs/cache.md"));
    Matcher rights = Pattern.compile("`(~sw:\\* [^`]*)`").matcher(page);
    assertThat(rights.find()).as("docs/cache.md lists the rights").isTrue();
    return rights.group(1);
  }

  @Test
  void theRightsThatAreDocumentedAreEnoughToBeQuiet() throws Exception {
    server.command("ACL", "SETUSER", "bob", "on", ">" + SECRET);
    server.command(("ACL SETUSER bob " + documentedRights()).split(" "));
    server.command("ACL", "LOG", "RESET");
    try (CacheStore bobs = open(urlOf("bob"), PATIENT)) {
      assertThat(bobs.awaitReady(PATIENT)).isTrue();
      bobs.put(semantic("id", axis(4, 0)));
      assertThat(bobs.find(PARTITION, "id")).isNotNull();
      assertThat(bobs.nearest(PARTITION, axis(4, 0), 8, 0.9)).hasSize(1);
      assertThat(bobs.lease(PARTITION, "id", "holder", PATIENT)).isTrue();
      bobs.release(PARTITION, "id", "nobody");
      bobs.release(PARTITION, "id", "holder");
      // A vector without an entry, and an entry that cannot be read: both are removed.
      server.command("DEL", Entries.KEYS.entry(PARTITION, "id"));
      assertThat(bobs.nearest(PARTITION, axis(4, 0), 8, 0.9)).isEmpty();
      server.command("SET", Entries.KEYS.entry(PARTITION, "id"), "damaged");
      assertThat(bobs.find(PARTITION, "id")).isNull();
      bobs.put(semantic("id", axis(4, 0)));
      bobs.put(semantic("id2", axis(4, 0))); // Removes vectors of other entries, too.
      bobs.remove(PARTITION, "id");
      bobs.put(exact("id"));
      bobs.evict(Entries.STEP, "id");
      bobs.evict(Entries.STEP);
      assertThat(bobs.find(PARTITION, "id2")).isNull();
    }
    assertThat(server.command("ACL", "LOG")).isEmpty();
  }

  @Test
  void aUserWhoMayNotAskForCommandsCanStillSearch() throws Exception {
    server.command("ACL", "SETUSER", "bob", "on", ">" + SECRET, "~*", "+@all", "-command");
    try (CacheStore bobs = open(urlOf("bob"), PATIENT)) {
      bobs.put(semantic("id", axis(4, 0)));
      assertThat(bobs.nearest(PARTITION, axis(4, 0), 8, 0.9)).hasSize(1);
    }
  }

  @Test
  void aRightThatIsMissingIsNamed() throws Exception {
    server.command("ACL", "SETUSER", "bob", "on", ">" + SECRET, "~*", "+@all", "-vsim");
    try (CacheStore bobs = open(urlOf("bob"), PATIENT)) {
      bobs.put(semantic("id", axis(4, 0)));
      assertThat(failure(() -> bobs.nearest(PARTITION, axis(4, 0), 8, 0.9)))
          .contains("refused VSIM")
          .contains("NOPERM")
          .doesNotContain("bob");
      assertThat(bobs.find(PARTITION, "id")).isNotNull();
    }
  }

  @Test
  void nothingThatWasSentIsQuoted() throws Exception {
    try (RedisServer odd = RedisServer.start("--rename-command", "SET", "");
        CacheStore oddStore = open(odd.url(), PATIENT)) {
      assertThat(odd.command("SET", "a", "b")).contains("beginning with");
      assertThat(failure(() -> oddStore.put(entry(PARTITION, "id", null, "private answer"))))
          .contains("refused SET: ERR unknown command.")
          .doesNotContain("private")
          .doesNotContain(PARTITION);
    }
  }

  @Test
  void aServerThatIsStillLoadingSaysSo() throws Exception {
    try (RedisServer loading = RedisServer.start("--rdbcompression", "no")) {
      for (int i = 0; i < 100; i++) {
        loading.command("SET", "key" + i, "x".repeat(2_000));
      }
      loading.command("SAVE");
      try (RedisServer second =
              RedisServer.start(
                  "--dir",
                  loading.folder().toString(),
                  "--key-load-delay",
                  "50000",
                  "--loading-process-events-interval-bytes",
                  "1024");
          CacheStore waiting = open(second.url(), PATIENT)) {
        assertThat(failure(() -> waiting.find(PARTITION, "id")))
            .contains("LOADING")
            .contains("still loading its data");
        second.command("CONFIG", "SET", "key-load-delay", "0");
        Eventually.holds(() -> !second.command("GET", "key1").contains("LOADING"));
        assertThat(waiting.find(PARTITION, "id")).isNull();
      }
    }
  }
}
