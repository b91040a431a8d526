package io.stepwright.answer;

/**
 * The model that a step asks, as far as it decides about remembered answers. Immutable.
 *
 * @param provider the provider's name
 * @param endpoint where its server is
 * @param account a digest that tells accounts of the provider apart; empty if there is none
 * @param settings a digest of what the configuration adds to requests to the provider; empty if
 *     that is nothing
 * @param model the model's name there
 * @param body the fields that the model's alias adds to requests; empty if there are none
 */
public record AskedModel(
    String provider, String endpoint, String account, String settings, String model, String body) {}
