package io.stepwright.engine.setup;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds services that the configuration may require when they are needed, as {@link
 * Services#required} does. They come from the context class loader of the thread that made this
 * object: the one that needs them may be any thread of a pool.
 */
final class LazyServices<S> implements Supplier<List<S>> {

  private final Class<S> service;
  private final List<S> given;
  private final @Nullable ClassLoader loader = Thread.currentThread().getContextClassLoader();

  /**
   * Makes a source of services.
   *
   * @param given further ones
   */
  LazyServices(Class<S> service, List<S> given) {
    this.service = service;
    this.given = List.copyOf(given);
  }

  @Override
  public List<S> get() {
    List<S> all = Services.required(service, loader);
    all.addAll(given);
    return all;
  }
}
