package io.stepwright.answer;

/**
 * The model that a step asks, as far as it decides about remembered answers. Immutable.
 *
 * @param provider the provider's name
 * @param endpoint where its server is
 * @param account a digest that tells accounts of the provider apart; empty if there is none
 * @param model the model's name there
 */
public record AskedModel(String provider, String endpoint, String account, String model) {}
