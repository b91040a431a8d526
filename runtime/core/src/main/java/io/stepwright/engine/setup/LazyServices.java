package io.stepwright.engine.setup;

import java.util.List;
import java.util.function.Supplier;

/**
 * Finds services that the configuration may require when they are needed, as {@link
 * Services#required} does.
 */
final class LazyServices<S> implements Supplier<List<S>> {

  private final Class<S> service;
  private final List<S> given;

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
    List<S> all = Services.required(service);
    all.addAll(given);
    return all;
  }
}
