package io.stepwright.call;

/**
 * A model that can be asked. Immutable.
 *
 * @param provider its provider
 * @param model its name at the provider
 */
public record Target(Provider provider, String model) {

  /** Returns the model as {@code provider/name}. */
  @Override
  public String toString() {
    return provider.name() + "/" + model;
  }
}
