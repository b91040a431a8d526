package io.stepwright.engine.model;

import io.stepwright.answer.StepEmbedder;
import io.stepwright.engine.message.LoadingFailure;
import io.stepwright.runtime.AgentConfigurationException;
import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderException;
import io.stepwright.spi.cache.EmbedderFactory;
import io.stepwright.spi.cache.EmbedderSettings;
import io.stepwright.spi.cache.Embedding;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The source of a runtime's embedder: a given embedder, or a factory. Thread-safe. */
public final class EmbedderSource implements StepEmbedder {

  private static final String MISSING =
      "No embedder is available to compare texts by meaning. Add the dependency"
          + " io.stepwright:stepwright-minilm, or set an Embedder on the runtime's builder.";

  private final @Nullable Embedder given;
  private final Supplier<List<EmbedderFactory>> factories;
  private final EmbedderSettings settings;
  private volatile @Nullable String id;

  /**
   * Makes a source.
   *
   * @param given an embedder that stays open; null if there is none
   * @param factories called when an embedder is needed
   */
  public EmbedderSource(
      @Nullable Embedder given,
      Supplier<List<EmbedderFactory>> factories,
      EmbedderSettings settings) {
    this.given = given;
    this.factories = factories;
    this.settings = settings;
  }

  @Override
  public String id() throws CacheConfigurationException {
    String known = id;
    if (known == null) {
      known = given == null ? found() : given.id();
      id = known;
    }
    return known;
  }

  private String found() throws CacheConfigurationException {
    try {
      return factory().id(settings);
    } catch (AgentConfigurationException e) {
      throw new CacheConfigurationException(String.valueOf(e.getMessage()), e);
    } catch (LinkageError e) {
      throw new CacheConfigurationException(
          "The embedder cannot be loaded: %s.".formatted(LoadingFailure.describe(e)), e);
    }
  }

  @Override
  public Embedder make() throws CacheConfigurationException {
    return given == null ? factory().create(settings) : new Borrowed(given);
  }

  private EmbedderFactory factory() throws CacheConfigurationException {
    List<EmbedderFactory> found = factories.get();
    if (found.isEmpty()) {
      throw new CacheConfigurationException(MISSING, null);
    }
    return found.get(0);
  }

  /** An embedder that is closed by its owner. */
  private record Borrowed(Embedder embedder) implements Embedder {

    @Override
    public String id() {
      return embedder.id();
    }

    @Override
    public int dimensions() {
      return embedder.dimensions();
    }

    @Override
    public Set<String> languages() {
      return embedder.languages();
    }

    @Override
    public Embedding embed(String text) throws EmbedderException, InterruptedException {
      return embedder.embed(text);
    }

    @Override
    public void close() {
      // Left to the owner.
    }
  }
}
