package io.stepwright.engine.model;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.answer.StepAnswers;
import io.stepwright.answer.StepAnswersFactory;
import io.stepwright.answer.StepAnswersSettings;
import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.wiring.CacheRule;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cache of a runtime, which is looked for and made when the first agent with a cached step is
 * made. Thread-safe.
 */
public final class StepCache implements AutoCloseable {

  private static final String MISSING =
      "cannot be cached. It has @Cached, but no cache is on the class path."
          + " Add the dependency io.stepwright:stepwright-cache, or remove @Cached.";

  private final @Nullable Supplier<StepAnswersSettings> maker;
  private final @Nullable CacheStore store;
  private final Supplier<List<StepAnswersFactory>> factories;
  private final Object lock = new Object();
  private volatile @Nullable StepAnswers answers;

  private volatile @Nullable StepAnswersSettings settings;

  @GuardedBy("lock")
  private boolean closed;

  /**
   * Makes a cache.
   *
   * @param maker makes the settings when they are needed; null if nothing is cached
   * @param store the store of the settings; null to keep answers in this process
   */
  StepCache(
      @Nullable Supplier<StepAnswersSettings> maker,
      @Nullable CacheStore store,
      Supplier<List<StepAnswersFactory>> factories) {
    this.maker = maker;
    this.store = store;
    this.factories = factories;
  }

  /** The cache; null if nothing is remembered, or no agent has needed it yet. */
  @Nullable StepAnswers answers() {
    return answers;
  }

  /**
   * The cache, which is made now if it is not there yet; null if nothing is remembered, because
   * that is configured, nothing on the class path does it, or this was closed before.
   *
   * @throws AgentConfigurationException if it cannot be loaded
   */
  public @Nullable StepAnswers open() {
    StepAnswers made = answers;
    if (made != null || maker == null) {
      return made;
    }
    List<StepAnswersFactory> found = factories.get();
    StepAnswersSettings known = settings();
    synchronized (lock) {
      if (answers == null && !closed && !found.isEmpty()) {
        answers = create(found.get(0), known);
      }
      return answers;
    }
  }

  private StepAnswersSettings settings() {
    StepAnswersSettings known = settings;
    if (known == null) {
      synchronized (lock) {
        known = settings == null ? Objects.requireNonNull(maker).get() : settings;
        settings = known;
      }
    }
    return known;
  }

  /** Tells whether answers are kept in a store that others may share. */
  public boolean isShared() {
    return store != null;
  }

  /** Says why a step cannot be cached, or null if it can; begins to get ready for it. */
  @Nullable String problem(CacheRule rule) {
    if (maker == null) {
      return null;
    }
    try {
      StepAnswers made = open();
      if (made == null) {
        return isClosed() ? null : MISSING;
      }
      return problem(made, settings(), rule);
    } catch (AgentConfigurationException e) {
      return "cannot be cached. " + e.getMessage();
    }
  }

  private static @Nullable String problem(
      StepAnswers answers, StepAnswersSettings settings, CacheRule rule) {
    answers.prepare();
    if (!rule.isSemantic()) {
      return null;
    }
    try {
      settings.embedder().id();
    } catch (CacheConfigurationException e) {
      return "cannot be cached by meaning. " + e.getMessage();
    }
    answers.warmUp();
    return null;
  }

  private static StepAnswers create(StepAnswersFactory factory, StepAnswersSettings settings) {
    try {
      return factory.create(settings);
    } catch (LinkageError e) {
      throw new AgentConfigurationException(
          null, null, "The cache cannot be loaded: %s.".formatted(LoadingFailure.describe(e)), e);
    }
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  /** Closes the cache, or the store if no cache was made for it. */
  @Override
  public void close() {
    boolean first;
    synchronized (lock) {
      first = !closed;
      closed = true;
    }
    StepAnswers made = answers;
    if (made != null) {
      made.close();
    } else if (first && store != null) {
      store.close();
    }
  }
}
