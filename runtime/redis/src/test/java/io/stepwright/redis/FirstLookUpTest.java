package io.stepwright.redis;

import static io.stepwright.redis.Entries.exact;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.redis.testing.LoopbackProxy;
import io.stepwright.spi.cache.CacheStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that asks only one question finds the answers of others. */
@Timeout(240)
class FirstLookUpTest extends RedisTestCase {

  @TempDir private Path folder;

  private String ask(String url, String limit) throws Exception {
    return ChildJvm.run(FirstQuestion.class, folder, List.of(), url, limit);
  }

  @Test
  void connectingIsNoPartOfTheLookUp() throws Exception {
    store.put(exact("id"));
    try (LoopbackProxy slow = new LoopbackProxy(server.port())) {
      // Both connecting and loading its classes take longer than the look-up may.
      slow.greetingDelay(Duration.ofMillis(800));
      assertThat(ask(slow.url(), "PT0.6S")).isEqualToIgnoringNewLines("EXACT");
    }
  }

  @Test
  void whatIsAwayIsNotWaitedForForEver() throws Exception {
    try (LoopbackProxy slow = new LoopbackProxy(server.port());
        CacheStore waiting = open(slow.url(), Duration.ofMillis(50))) {
      slow.greetingDelay(Duration.ofSeconds(30));
      waiting.prepare();
      assertThat(waiting.awaitReady(Duration.ofMillis(20))).isFalse();
      assertThat(failure(() -> waiting.awaitReady(PATIENT)))
          .contains("cannot be reached")
          .contains("did not answer within 1000 ms");
    }
  }

  @Test
  void aLookUpTakesTheConnectionThatIsBeingMade() throws Exception {
    store.put(exact("id"));
    try (LoopbackProxy slow = new LoopbackProxy(server.port());
        CacheStore waiting = open(slow.url(), PATIENT)) {
      slow.greetingDelay(Duration.ofMillis(200));
      waiting.prepare();
      assertThat(waiting.find(Entries.PARTITION, "id")).isNotNull();
      assertThat(slow.accepted()).isEqualTo(1);
    }
  }
}
