package io.stepwright.spi.cache;

/** Makes an embedder. Found by {@link java.util.ServiceLoader}. */
public interface EmbedderFactory {

  /**
   * Returns the {@link Embedder#id identifier} of the embedder that {@link #create} makes, without
   * making it, so that the first question of a process already has its key.
   *
   * @throws CacheConfigurationException if a setting is wrong or something is missing; the message
   *     says what to set or to add
   */
  String id(EmbedderSettings settings) throws CacheConfigurationException;

  /**
   * Makes an embedder that is ready for use, or returns a handle on one that is shared; the runtime
   * closes the returned object. May take a second: a runtime calls it at most once, on a daemon
   * thread, when the first agent that compares texts by meaning is made. A runtime that is closed
   * meanwhile waits for it, but no longer than ten seconds.
   *
   * @throws CacheConfigurationException if a setting is wrong or something is missing; the message
   *     says what to set or to add
   * @throws java.util.concurrent.CancellationException if the JVM is ending and no embedder can be
   *     made any more; this is no failure and is not logged as a warning
   */
  Embedder create(EmbedderSettings settings) throws CacheConfigurationException;
}
