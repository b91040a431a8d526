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
   * Makes an embedder, ready to be used. May take a second: a runtime calls it once, in the
   * background, when the first agent that compares texts by meaning is made.
   *
   * @throws CacheConfigurationException if a setting is wrong or something is missing; the message
   *     says what to set or to add
   */
  Embedder create(EmbedderSettings settings) throws CacheConfigurationException;
}
