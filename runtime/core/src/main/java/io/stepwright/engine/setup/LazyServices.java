package io.stepwright.engine.setup;

import java.util.List;
import java.util.function.Supplier;

/**
 * Finds services that the configuration may require when they are needed, as {@link
 * Services#required} does.
 */
final class LazyServices<S> implements Supplier<List<S>> {

  private final Class<S> service;

  LazyServices(Class<S> service) {
    this.service = service;
  }

  @Override
  public List<S> get() {
    return Services.required(service);
  }
}
