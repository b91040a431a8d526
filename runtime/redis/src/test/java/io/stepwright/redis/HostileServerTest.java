package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.LittleMemory.VICTIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.LoopbackProxy;
import io.stepwright.redis.testing.LoopbackProxy.Attack;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server whose answers try to do harm. */
@Timeout(240)
class HostileServerTest {

  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir private Path folder;
  private RedisServer server;
  private LoopbackProxy proxy;

  @BeforeEach
  void start() {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    server = RedisServer.start();
    proxy = new LoopbackProxy(server.port());
  }

  @AfterEach
  void stop() {
    if (server != null) {
      proxy.close();
      server.close();
    }
  }

  private static Attack forEver(String start, String piece, long pauseMillis) {
    byte[] bytes = piece.getBytes(StandardCharsets.ISO_8859_1);
    return out -> {
      out.write(start.getBytes(StandardCharsets.ISO_8859_1));
      while (true) {
        out.write(bytes);
        TimeUnit.MILLISECONDS.sleep(pauseMillis);
      }
    };
  }

  private static Attack once(String answer) {
    return out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Stream<Arguments> attacks() {
    String block = "a".repeat(65_536);
    return Stream.of(
        Arguments.of("an endless status", forEver("+", block, 0)),
        Arguments.of("an endless error", forEver("-", block, 0)),
        Arguments.of("an endless number", forEver(":", "1".repeat(65_536), 0)),
        Arguments.of("an endless length", forEver("$", "0".repeat(65_536), 0)),
        Arguments.of("an endless text", forEver("$4000000000\r\n", block, 0)),
        Arguments.of("a text of 2 GB", forEver("$2147483647\r\n", block, 0)),
        Arguments.of("a text of 2 GB that never comes", once("$2147483646\r\n")),
        Arguments.of("a text of 300 MB", forEver("$300000000\r\n", block, 0)),
        Arguments.of("a list of 2 G elements", once("*2147483647\r\n")),
        Arguments.of("an endless list", forEver("*2147483646\r\n", "$-1\r\n".repeat(10_000), 0)),
        Arguments.of("a map of 1 G pairs", once("%1073741823\r\n")),
        Arguments.of("a set of 2 G elements", once("~2147483647\r\n")),
        Arguments.of("lists in lists", forEver("", "*1\r\n".repeat(10_000), 0)),
        Arguments.of("long lists in lists", forEver("", "*90000\r\n".repeat(10_000), 0)),
        Arguments.of("pushes", forEver("", ">1\r\n+a\r\n".repeat(5_000), 0)),
        Arguments.of("attributes", forEver("", "|1\r\n+a\r\n+b\r\n".repeat(5_000), 0)));
  }

  /** Runs in another JVM to see errors that end a JVM, which are caught in this one. */
  private String inLittleMemory(int threads) throws Exception {
    return ChildJvm.run(
        LittleMemory.class,
        folder,
        List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"),
        proxy.url(),
        String.valueOf(threads));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void takesNoMemory(String name, Attack attack) throws Exception {
    proxy.attack(VICTIM, attack);
    assertThat(inLittleMemory(4)).as(name).isEqualToIgnoringNewLines("failed 4");
  }

  @Test
  void anEntryThatIsTooLongIsReadNoFurtherAndRemoved() throws Exception {
    String key = Entries.KEYS.entry(PARTITION, VICTIM);
    server.command("SETRANGE", key, String.valueOf(300_000_000), "x");
    assertThat(inLittleMemory(1)).isEqualToIgnoringNewLines("failed 0");
    assertThat(server.command("EXISTS", key)).isEqualTo("0");
  }

  @Test
  void nearEntriesThatAreTooLongAreReadNoFurtherAndRemoved() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), RedisTestCase.PATIENT)) {
      for (int i = 0; i < 8; i++) {
        store.put(Entries.semantic("e" + i, Entries.axis(4, 0)));
        server.command(
            "SETRANGE", Entries.KEYS.entry(PARTITION, "e" + i), String.valueOf(5_000_000), "x");
      }
      assertThat(store.nearest(PARTITION, Entries.axis(4, 0), 8, 0.9)).isEmpty();
      assertThat(server.command("KEYS", "sw:{*")).isEmpty();
    }
  }

  @Test
  void whatIsTooLongToBeReadIsNotWritten() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), RedisTestCase.PATIENT)) {
      store.put(Entries.entry(PARTITION, "huge", null, "x".repeat(EntryCodec.LONGEST)));
      assertThat(server.command("DBSIZE")).isEqualTo("0");

      CacheEntry longest = Entries.entry(PARTITION, "long", null, "x".repeat(4 << 20));
      store.put(longest);
      assertThat(store.find(PARTITION, "long")).isEqualTo(longest);

      CacheEntry far =
          Entries.entry(PARTITION, "far", Entries.axis(4, 0), "x".repeat(EntryCodec.LONGEST_NEAR));
      store.put(far);
      assertThat(store.find(PARTITION, "far")).isEqualTo(far);
      assertThat(store.nearest(PARTITION, Entries.axis(4, 0), 8, 0.9)).isEmpty();
    }
  }

  static Stream<Arguments> endless() {
    return Stream.of(
        Arguments.of("a drip", forEver("$1000\r\n", "a", 30)),
        Arguments.of("a drip of a status", forEver("+", "a", 30)),
        Arguments.of("a drip of elements", forEver("*1000\r\n", ":1\r\n", 30)),
        Arguments.of("an endless status", forEver("+", "a".repeat(65_536), 0)),
        Arguments.of("silence", (Attack) out -> {}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void aLookUpThatIsGivenUpClosesItsConnection(String name, Attack attack) throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    try (CacheStore store = RedisTestCase.open(proxy.url(), SHORT)) {
      assertThat(store.awaitReady(RedisTestCase.PATIENT)).isTrue();
      proxy.attack(VICTIM, untilClosed(attack, closed));
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, VICTIM)))
          .as(name)
          .containsAnyOf("did not answer within 300 ms", "sent an invalid Redis reply");
      assertThat(closed.await(60, TimeUnit.SECONDS)).as("it is closed").isTrue();
      proxy.attack("nobody", out -> {});
      Eventually.holds(() -> found(store));
    }
  }

  private static Attack untilClosed(Attack attack, CountDownLatch closed) {
    return out -> {
      try {
        attack.answer(out);
        while (true) { // Silence; a failed write shows that the client has gone.
          TimeUnit.MILLISECONDS.sleep(2_000);
          out.write('+');
        }
      } catch (IOException e) {
        closed.countDown();
        throw e;
      }
    };
  }

  private static boolean found(CacheStore store) {
    try {
      return store.find(PARTITION, VICTIM) == null;
    } catch (Exception e) {
      return false;
    }
  }

  @Test
  void aDripInPlaceOfAGreetingIsGivenUpToo() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    proxy.attack("HELLO", untilClosed(forEver("%7\r\n", "+a\r\n", 30), closed));
    try (CacheStore store = RedisTestCase.open(proxy.url(), SHORT)) {
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, VICTIM)))
          .contains("cannot be reached");
      assertThat(closed.await(60, TimeUnit.SECONDS)).as("it is closed").isTrue();
    }
  }

  @Test
  void aServerThatTakesNothingHoldsNoThread() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), SHORT)) {
      assertThat(store.awaitReady(RedisTestCase.PATIENT)).isTrue();
      proxy.deafen();
      char[] answer = new char[4 << 20];
      Arrays.fill(answer, 'x');
      CacheEntry large = Entries.entry(PARTITION, "large", null, new String(answer));
      for (int i = 0; i < 4; i++) {
        assertThat(RedisTestCase.failure(() -> store.put(large))).isNotEmpty();
      }
    }
  }
}
