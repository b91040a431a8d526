package io.stepwright.openai.client;

import io.stepwright.openai.request.RequestBody;

/**
 * A request for a chat completion, without the address and the credentials of the server, which the
 * transport knows.
 *
 * @param model the model's name, which is a part of some servers' URLs
 * @param idempotencyKey the value of the header {@code Idempotency-Key}
 * @param body the JSON body
 * @param secrets takes the secrets that the transport adds to this request, before it is sent
 */
public record WireRequest(String model, String idempotencyKey, RequestBody body, Secrets secrets) {}
