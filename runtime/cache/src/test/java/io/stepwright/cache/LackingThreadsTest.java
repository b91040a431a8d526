package io.stepwright.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.runtime.CapturedLog;
import io.stepwright.spi.cache.CacheStoreException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thread that cannot be started costs a hit, and nothing else. */
@Timeout(60)
class LackingThreadsTest {

  private final Budget budget = new Budget(System::nanoTime, TimeUnit.SECONDS.toNanos(30));

  private static Thread lacking(Runnable task) {
    // Throws in the constructor, because newer pools do not call the method that starts a thread.
    throw new OutOfMemoryError("unable to create native thread");
  }

  @Test
  void aLookUpIsUnavailable() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    LookupThreads threads = new LookupThreads(1, ended::countDown, LackingThreadsTest::lacking);
    assertThatThrownBy(() -> threads.call(budget, () -> "found"))
        .isInstanceOf(UnavailableException.class);
    assertThat(budget.remaining()).isZero();
    assertThat(threads.execute(() -> {})).isFalse();
    assertThatThrownBy(() -> threads.await(() -> {}))
        .isInstanceOf(CacheStoreException.class)
        .hasMessageContaining("thread")
        .hasCauseInstanceOf(OutOfMemoryError.class);
    threads.close(TimeUnit.SECONDS.toNanos(30));
    assertThat(ended.getCount()).isZero();
  }

  @Test
  void thereIsNoEmbedder() throws Exception {
    LazyEmbedder embedder =
        new LazyEmbedder(
            FakeEmbedder::new,
            new CircuitBreaker("The embedder", System::nanoTime),
            LackingThreadsTest::lacking);
    try (CapturedLog log = new CapturedLog(LazyEmbedder.class, message -> {})) {
      embedder.warmUp();
      assertThat(embedder.isFailed()).isTrue();
      assertThatThrownBy(() -> embedder.enter(budget)).isInstanceOf(UnavailableException.class);
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains("The embedder could not be loaded", "Its thread could not be started.");
    }
    embedder.close();
  }
}
