package io.stepwright.minilm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderException;
import io.stepwright.spi.cache.Embedding;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SharedEmbeddersTest {

  private final SharedEmbedders shared = new SharedEmbedders();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final List<Fake> loaded = new CopyOnWriteArrayList<>();

  private static final class Fake implements Embedder {
    private final String id;
    private volatile int closed;

    Fake(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public int dimensions() {
      return 1;
    }

    @Override
    public Embedding embed(String text) {
      assertThat(closed).isZero();
      return new Embedding(new float[] {1}, 1, false);
    }

    @Override
    public void close() {
      closed++;
    }
  }

  private Embedder use(String id) throws CacheConfigurationException {
    return shared.use(id, () -> load(id));
  }

  private Embedder load(String id) {
    Fake embedder = new Fake(id);
    loaded.add(embedder);
    return embedder;
  }

  @Test
  void isLoadedOnceForAllAndStaysForTheNext() throws Exception {
    Embedder a = use("one");
    Embedder b = use("one");
    a.close();
    a.close();
    assertThat(b.embed("text").vector()).hasSize(1);
    assertThatThrownBy(() -> a.embed("text"))
        .isInstanceOf(EmbedderException.class)
        .hasMessageContaining("is closed");
    b.close();
    for (int i = 0; i < 3; i++) {
      try (Embedder next = use("one")) {
        next.embed("text");
      }
    }
    assertThat(loaded).singleElement().extracting(fake -> fake.closed).isEqualTo(0);
  }

  @Test
  void anotherModelTakesThePlaceOfOneThatIsNotUsed() throws Exception {
    Embedder used = use("one");
    use("two").close();
    Embedder three = use("three");
    assertThat(loaded).extracting(fake -> fake.closed).containsExactly(0, 1, 0);
    used.close();
    three.close();
    assertThat(loaded).extracting(fake -> fake.closed).containsExactly(1, 1, 0);
    used = use("one");
    assertThat(loaded).extracting(fake -> fake.closed).containsExactly(1, 1, 1, 0);
    used.embed("text");
  }

  @Test
  void whoComesWhileItIsLoadedWaitsForIt() throws Exception {
    FutureTask<Embedder> first = begin(() -> load("one"));
    List<FutureTask<Embedder>> others = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      others.add(new FutureTask<>(() -> use("one")));
      startAndAwaitWaiting(others.get(i));
    }
    gate.countDown();
    first.get().close();
    for (FutureTask<Embedder> other : others) {
      other.get().embed("text");
    }
    assertThat(loaded).hasSize(1);
  }

  @Test
  void aFailureIsOfAllWhoWaitedAndIsTriedAgain() throws Exception {
    FutureTask<Embedder> first =
        begin(
            () -> {
              throw new CacheConfigurationException("Add it.", null);
            });
    FutureTask<Embedder> second = new FutureTask<>(() -> use("one"));
    startAndAwaitWaiting(second);
    gate.countDown();
    for (FutureTask<Embedder> each : List.of(first, second)) {
      assertThatThrownBy(each::get)
          .hasCauseInstanceOf(CacheConfigurationException.class)
          .hasMessageContaining("Add it.");
    }
    use("one").embed("text");
  }

  @Test
  void whatAnotherThreadGivesUpIsLoadedAnyway() throws Exception {
    FutureTask<Embedder> first =
        begin(
            () -> {
              throw new CancellationException("The thread was interrupted.");
            });
    FutureTask<Embedder> second = new FutureTask<>(() -> use("one"));
    startAndAwaitWaiting(second);
    gate.countDown();
    assertThatThrownBy(first::get).hasCauseInstanceOf(CancellationException.class);
    second.get().embed("text");
  }

  @Test
  void whoWaitsCanBeInterruptedAndDoesNotCount() throws Exception {
    FutureTask<Embedder> first = begin(() -> load("one"));
    FutureTask<Embedder> second = new FutureTask<>(() -> use("one"));
    startAndAwaitWaiting(second).interrupt();
    assertThatThrownBy(second::get).hasCauseInstanceOf(CancellationException.class);
    gate.countDown();
    first.get().close();
    use("two");
    assertThat(loaded).extracting(fake -> fake.closed).containsExactly(1, 0);
  }

  /** An embedder is never closed while it is in use, whatever other threads do. */
  @Test
  void holdsUnderManyThreads() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    List<FutureTask<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      int thread = i;
      tasks.add(
          start(
              () -> {
                start.await();
                for (int round = 0; round < 2_000; round++) {
                  try (Embedder embedder = use("model " + (round * 7 + thread) % 3)) {
                    embedder.embed("text");
                  }
                }
                return true;
              }));
    }
    for (FutureTask<Boolean> task : tasks) {
      assertThat(task.get()).isTrue();
    }
    assertThat(loaded).allMatch(fake -> fake.closed <= 1);
    assertThat(loaded).filteredOn(fake -> fake.closed == 0).hasSize(1);
  }

  @Test
  void theFactorySharesByModel() throws Exception {
    try (EmbedderLease a = (EmbedderLease) Embedders.quantised();
        EmbedderLease b = (EmbedderLease) Embedders.create("quantised", null, null);
        EmbedderLease other = (EmbedderLease) Embedders.fp32()) {
      assertThat(a).isNotSameAs(b);
      assertThat(a.embedder()).isSameAs(b.embedder()).isNotSameAs(other.embedder());
    }
  }

  /** Begins a load of "one" that is under way until the gate opens. */
  private FutureTask<Embedder> begin(SharedEmbedders.Loader loader) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    FutureTask<Embedder> load =
        start(
            () ->
                shared.use(
                    "one",
                    () -> {
                      begun.countDown();
                      awaitGate();
                      return loader.load();
                    }));
    begun.await();
    return load;
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException nobodyDoes) {
      throw new AssertionError(nobodyDoes);
    }
  }

  private static <T> FutureTask<T> start(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    new Thread(task).start();
    return task;
  }

  private static Thread startAndAwaitWaiting(FutureTask<?> task) {
    Thread thread = new Thread(task);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return thread;
  }
}
