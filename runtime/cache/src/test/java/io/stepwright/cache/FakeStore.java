package io.stepwright.cache;

import io.stepwright.cache.memory.MemoryStore;
import io.stepwright.runtime.Await;
import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A shared store that fails, waits or returns wrong entries on request. */
final class FakeStore implements CacheStore {

  final MemoryStore entries;
  final AtomicInteger uses = new AtomicInteger();
  final AtomicInteger removed = new AtomicInteger();
  final Semaphore entered = new Semaphore(0);
  final CountDownLatch closed = new CountDownLatch(1);
  volatile @Nullable CountDownLatch gate;
  volatile boolean isStubborn;
  final AtomicInteger prepared = new AtomicInteger();
  volatile CountDownLatch ready = new CountDownLatch(0);
  volatile @Nullable CacheStoreException notReady;
  final ConcurrentMap<String, String> leases = new ConcurrentHashMap<>();
  final AtomicInteger leaseUses = new AtomicInteger();
  volatile @Nullable CacheStoreException leaseFailure;
  volatile @Nullable Duration lastLimit;
  volatile @Nullable CacheStoreException writeFailure;
  volatile @Nullable CacheStoreException searchFailure;
  volatile @Nullable Throwable failure;
  volatile UnaryOperator<@Nullable CacheEntry> finds = entry -> entry;
  volatile UnaryOperator<List<CacheEntry>> finding = found -> found;

  FakeStore(ManualTime time) {
    entries = new MemoryStore(time.clocks().millis(), time.clocks().nanos());
  }

  @Override
  public @Nullable CacheEntry find(String partition, String id) throws CacheStoreException {
    use();
    return finds.apply(entries.find(partition, id));
  }

  @Override
  public List<CacheEntry> nearest(String partition, float[] vector, int count, double similarity)
      throws CacheStoreException {
    use();
    if (searchFailure != null) {
      throw searchFailure;
    }
    return finding.apply(entries.nearest(partition, vector, count, similarity));
  }

  @Override
  public void put(CacheEntry entry) throws CacheStoreException {
    use();
    if (writeFailure != null) {
      throw writeFailure;
    }
    entries.put(entry);
  }

  @Override
  public void remove(String partition, String id) throws CacheStoreException {
    use();
    entries.remove(partition, id);
    removed.incrementAndGet();
  }

  @Override
  public void evict(String step) throws CacheStoreException {
    use();
    entries.evict(step);
  }

  @Override
  public void evict(String step, String id) throws CacheStoreException {
    use();
    entries.evict(step, id);
  }

  @Override
  public void prepare() {
    prepared.incrementAndGet();
  }

  @Override
  public boolean awaitReady(Duration limit) throws CacheStoreException, InterruptedException {
    if (!ready.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
      return false;
    }
    CacheStoreException problem = notReady;
    if (problem != null) {
      throw problem;
    }
    return true;
  }

  @Override
  public boolean lease(String partition, String id, String holder, Duration limit)
      throws CacheStoreException {
    leaseUses.incrementAndGet();
    lastLimit = limit;
    if (leaseFailure != null) {
      throw leaseFailure;
    }
    return leases.putIfAbsent(partition + id, holder) == null;
  }

  @Override
  public void release(String partition, String id, String holder) {
    leases.remove(partition + id, holder);
  }

  @Override
  public void close() {
    closed.countDown();
  }

  private void use() throws CacheStoreException {
    uses.incrementAndGet();
    entered.release();
    CountDownLatch waits = gate;
    if (waits != null) {
      await(waits);
    }
    if (failure instanceof CacheStoreException checked) {
      throw checked;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
  }

  private void await(CountDownLatch waits) throws CacheStoreException {
    while (true) {
      try {
        Await.latch(waits);
        return;
      } catch (InterruptedException e) {
        if (!isStubborn) {
          throw new CacheStoreException("interrupted", e);
        }
      }
    }
  }
}
