package io.stepwright.call;

/**
 * A model that can be asked. Immutable.
 *
 * @param provider where
 * @param model its name there
 */
public record Target(Provider provider, String model) {

  /** The model as {@code provider/name}. */
  @Override
  public String toString() {
    return provider.name() + "/" + model;
  }
}
