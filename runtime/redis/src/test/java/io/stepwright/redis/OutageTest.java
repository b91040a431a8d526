package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.exact;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.LoopbackProxy;
import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is stopped, comes back, or does not answer. */
class OutageTest {

  private static final Duration SHORT = Duration.ofMillis(200);

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

  private static boolean works(CacheStore store) {
    try {
      store.find(PARTITION, "id");
      return true;
    } catch (CacheStoreException e) {
      return false;
    }
  }

  @Test
  void aServerThatIsKilledFailsLookUpsAndIsUsedAgainWhenItIsBack() throws Exception {
    try (CacheStore store = RedisTestCase.open(server.url(), RedisTestCase.PATIENT)) {
      store.put(semantic("id", axis(4, 0)));
      server.kill();

      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("127.0.0.1:" + server.port());
      assertThat(RedisTestCase.failure(() -> store.nearest(PARTITION, axis(4, 0), 8, 0.9)))
          .contains("cannot be reached");
      assertThat(RedisTestCase.failure(() -> store.put(exact("other")))).contains("a moment ago");
      assertThat(RedisTestCase.failure(() -> store.remove(PARTITION, "id"))).isNotEmpty();
      assertThat(RedisTestCase.failure(() -> store.evict(Entries.STEP))).contains("cannot be");

      server.restart();
      Eventually.holds(() -> works(store));

      // The server has lost everything, including the set.
      assertThat(store.find(PARTITION, "id")).isNull();
      assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).isEmpty();
      store.put(semantic("id", axis(4, 0)));
      assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).hasSize(1);
    }
  }

  @Test
  void connectionsThatHaveBrokenAreReplacedAtOnce() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), RedisTestCase.PATIENT)) {
      Callers.run(8, caller -> store.put(exact("id" + caller)));
      assertThat(proxy.accepted()).isGreaterThan(0);
      proxy.reset();

      int lost = 0;
      for (int i = 0; i < 8; i++) {
        try {
          assertThat(store.find(PARTITION, "id" + i)).isNotNull();
        } catch (CacheStoreException e) {
          lost++;
        }
      }
      // No look-up is lost if a connection was still being opened, which is used first.
      assertThat(lost).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void aConnectionThatBreaksWhileItIsMadeSaysNothingOfTheServerAfterIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (CacheStore store = RedisTestCase.open(proxy.url(), RedisTestCase.PATIENT)) {
      store.put(exact("id"));
      int before = proxy.accepted();
      proxy.delay(Duration.ofSeconds(60));
      // One call uses the open connection, another waits for one.
      CompletableFuture<Boolean> one = CompletableFuture.supplyAsync(() -> works(store), threads);
      CompletableFuture<Boolean> two = CompletableFuture.supplyAsync(() -> works(store), threads);
      Eventually.holds(() -> proxy.accepted() > before);
      proxy.delay(Duration.ZERO);
      proxy.reset();
      CompletableFuture.allOf(one, two).get(60, TimeUnit.SECONDS);

      assertThat(store.find(PARTITION, "id")).isNotNull();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aConnectionThatHasBrokenCostsOneLookUpWhichSaysSo() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), RedisTestCase.PATIENT)) {
      store.put(exact("id"));
      proxy.reset();

      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("The connection to Redis")
          .contains("lost");
      assertThat(store.find(PARTITION, "id")).isNotNull();
    }
  }

  @Test
  void whyItCannotBeReachedIsSaidEachTime() throws Exception {
    try (CacheStore store = RedisTestCase.open(server.url(), RedisTestCase.PATIENT)) {
      server.kill();
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("cannot be reached. No server accepts connections there: Connection refused.");
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains(
              "No server accepts connections there: Connection refused. That was a moment"
                  + " ago");
    }
    try (CacheStore store =
        RedisTestCase.open("redis://no-such-host.invalid", RedisTestCase.PATIENT)) {
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("Its host name cannot be resolved");
    }
  }

  @Test
  void aServerThatDoesNotAnswerCostsNoMoreThanTheTimeLimitAndNotEachTime() throws Exception {
    try (CacheStore store = RedisTestCase.open(server.url(), SHORT)) {
      Eventually.holds(() -> works(store));
      server.pause();
      try {
        assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
            .contains("did not answer within 200 ms");
        // The kernel accepts the connection, but the server does not answer.
        assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
            .contains("cannot be reached");
        Eventually.holds(
            () ->
                RedisTestCase.failure(() -> store.find(PARTITION, "id"))
                    .contains("It did not answer within 1000 ms. That was a moment ago"));
      } finally {
        server.resume();
      }
      Eventually.holds(() -> works(store));
    }
  }

  @Test
  void whileTheServerIsAwayFewTryToConnect() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), SHORT)) {
      Eventually.holds(() -> works(store));
      server.kill();
      proxy.reset();
      int before = proxy.accepted();
      long start = System.nanoTime();
      int failures = 0;
      while (System.nanoTime() - start < Outage.PAUSE.toNanos() * 3 / 2) {
        failures += works(store) ? 0 : 1;
      }
      long pauses = (System.nanoTime() - start) / Outage.PAUSE.toNanos();

      assertThat(failures).isGreaterThan(100);
      assertThat((long) proxy.accepted() - before).isLessThanOrEqualTo(pauses + 2);
    }
  }

  @Test
  void aLateAnswerIsNotTakenForThatOfTheNextQuestion() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), SHORT)) {
      Eventually.holds(
          () -> {
            store.put(exact("one"));
            store.put(exact("two"));
            return true;
          });
      proxy.delay(SHORT.multipliedBy(2));
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "one")))
          .contains("did not answer within 200 ms");
      proxy.delay(Duration.ZERO);

      Eventually.holds(() -> works(store));
      for (int i = 0; i < 20; i++) {
        assertThat(store.find(PARTITION, "two").id()).isEqualTo("two");
        assertThat(store.find(PARTITION, "one").id()).isEqualTo("one");
      }
    }
  }

  @Test
  void slowAnswersThatComeInTimeAreTaken() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), RedisTestCase.PATIENT)) {
      proxy.delay(Duration.ofMillis(30));
      store.put(semantic("id", axis(4, 0)));

      assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).hasSize(1);
    }
  }

  @Test
  void moreCallersThanConnectionsWaitForOneAnother() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), RedisTestCase.PATIENT)) {
      proxy.delay(Duration.ofMillis(5));

      Callers.run(
          3 * ClientSetup.CONNECTIONS,
          caller -> {
            store.put(exact("id" + caller));
            assertThat(store.find(PARTITION, "id" + caller)).isNotNull();
          });

      assertThat(proxy.accepted()).isLessThanOrEqualTo(ClientSetup.CONNECTIONS);
    }
  }

  @Test
  void aCallerThatGetsNoConnectionInTimeFailsAndSaysWhy() throws Exception {
    try (CacheStore store = RedisTestCase.open(proxy.url(), Duration.ofSeconds(2))) {
      Callers.run(ClientSetup.CONNECTIONS, caller -> store.put(exact("id" + caller)));
      Connections connections =
          new Connections(
              RedisUrl.parse(proxy.url()), Duration.ofMillis(300), exchange -> {}, () -> {});
      Exchange[] taken = new Exchange[ClientSetup.CONNECTIONS];
      for (int i = 0; i < taken.length; i++) {
        taken[i] = connections.open(RedisTestCase.PATIENT);
      }

      assertThat(RedisTestCase.failure(connections::open)).contains("busy for 300 ms");

      for (Exchange exchange : taken) {
        exchange.close();
      }
      connections.open().close();
      connections.close();
    }
  }

  @Test
  void anInterruptIsNotLost() throws Exception {
    Connections connections =
        new Connections(
            RedisUrl.parse(server.url()), RedisTestCase.PATIENT, exchange -> {}, () -> {});
    for (int i = 0; i < ClientSetup.CONNECTIONS; i++) {
      connections.open(); // Never returned.
    }
    Thread.currentThread().interrupt();

    assertThat(RedisTestCase.failure(connections::open)).contains("Interrupted");

    assertThat(Thread.interrupted()).isTrue();
    connections.close();
  }
}
