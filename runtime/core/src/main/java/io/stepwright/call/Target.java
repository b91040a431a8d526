package io.stepwright.call;

import org.jspecify.annotations.Nullable;

/**
 * A model that can be asked. Immutable.
 *
 * @param provider its provider
 * @param model its name at the provider
 * @param body the fields that its alias adds to each request, as a JSON object; or null
 */
public record Target(Provider provider, String model, @Nullable String body) {

  /** Returns the model as {@code provider/name}. */
  @Override
  public String toString() {
    return provider.name() + "/" + model;
  }
}
