package io.stepwright.spi;

/** Makes an embedder; found by {@link java.util.ServiceLoader}. */
public interface EmbedderFactory {

  /**
   * The {@link Embedder#id identifier} of the embedder that {@link #create} makes. Known without
   * making it, so that the first question of a process already has its key.
   *
   * @throws CacheConfigurationException if a setting is wrong or something is missing; the message
   *     says what to set or to add
   */
  String id(EmbedderSettings settings) throws CacheConfigurationException;

  /**
   * Makes an embedder, ready to be used, or gives the use of one that others use, too: what the
   * runtime closes is what it is given. May take a second: a runtime calls it at most once, on a
   * daemon thread, when the first agent that compares texts by meaning is made. A runtime that is
   * closed meanwhile waits for it, but no longer than ten seconds.
   *
   * @throws CacheConfigurationException if a setting is wrong or something is missing; the message
   *     says what to set or to add
   * @throws java.util.concurrent.CancellationException if it is too late to make one, because the
   *     JVM is ending; that is no failure and is not warned about
   */
  Embedder create(EmbedderSettings settings) throws CacheConfigurationException;
}
