package io.stepwright.minilm;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A reference-counted pool with one embedder per model. The last unused one stays loaded until
 * another model is wanted. Thread-safe.
 */
final class SharedEmbedders {

  /** The pool of this process, or of each class loader that loads this class. */
  static final SharedEmbedders OF_PROCESS = new SharedEmbedders();

  /** Loads an embedder. */
  @FunctionalInterface
  interface Loader {
    Embedder load() throws CacheConfigurationException;
  }

  /** An embedder that is loaded or being loaded. The non-final field is guarded by the lock. */
  private static final class Shared {
    private final CompletableFuture<Embedder> loaded = new CompletableFuture<>();
    private int users;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Shared> byId = new HashMap<>();

  /**
   * Returns the embedder with an identifier. Loads it on this thread, unless it is loaded or
   * another thread is loading it, which is waited for.
   *
   * @return a handle of the caller's own, whose {@code close} ends its use only
   * @throws CacheConfigurationException if it cannot be loaded; a retry is possible
   * @throws CancellationException if the JVM is ending, or the thread was interrupted
   */
  Embedder use(String id, Loader loader) throws CacheConfigurationException {
    while (true) {
      Shared mine = new Shared();
      Shared shared = join(id, mine);
      Embedder embedder = shared == mine ? load(id, mine, loader) : await(id, shared);
      if (embedder != null) {
        return new EmbedderLease(embedder, () -> leave(shared));
      }
    }
  }

  /** Counts a user of the known embedder, or of the new one. */
  private Shared join(String id, Shared mine) {
    lock.lock();
    try {
      Shared shared = byId.computeIfAbsent(id, unknown -> mine);
      shared.users++;
      return shared;
    } finally {
      lock.unlock();
    }
  }

  private Embedder load(String id, Shared shared, Loader loader)
      throws CacheConfigurationException {
    try {
      // Frees memory before the next model takes as much.
      closeUnused(shared);
      Embedder embedder = loader.load();
      shared.loaded.complete(embedder);
      return embedder;
    } catch (CacheConfigurationException | RuntimeException | Error failure) {
      // Errors too: native code that cannot be linked fails here.
      forget(id, shared);
      shared.loaded.completeExceptionally(failure);
      throw failure;
    }
  }

  /** Returns the embedder that another thread loads; null if that thread has given up. */
  private @Nullable Embedder await(String id, Shared shared) throws CacheConfigurationException {
    try {
      return shared.loaded.get();
    } catch (CancellationException givenUp) {
      return null;
    } catch (InterruptedException interrupted) {
      leave(shared);
      Thread.currentThread().interrupt();
      throw new CancellationException("The thread was interrupted.");
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw new CacheConfigurationException(
          cause instanceof CacheConfigurationException known
              ? String.valueOf(known.getMessage())
              : "The embedder %s cannot be loaded: %s.".formatted(id, cause),
          cause);
    }
  }

  private void forget(String id, Shared shared) {
    lock.lock();
    try {
      byId.remove(id, shared);
    } finally {
      lock.unlock();
    }
  }

  private void leave(Shared shared) {
    boolean isUnused;
    lock.lock();
    try {
      isUnused = --shared.users == 0;
    } finally {
      lock.unlock();
    }
    if (isUnused) {
      closeUnused(shared);
    }
  }

  /** Closes all unused embedders except one. */
  private void closeUnused(Shared but) {
    List<Embedder> unused = new ArrayList<>();
    lock.lock();
    try {
      for (Iterator<Shared> all = byId.values().iterator(); all.hasNext(); ) {
        Shared shared = all.next();
        if (shared.users == 0 && shared != but) {
          all.remove();
          // Completed already: a thread that loads an embedder counts as its user.
          unused.add(shared.loaded.join());
        }
      }
    } finally {
      lock.unlock();
    }
    unused.forEach(Embedder::close);
  }
}
