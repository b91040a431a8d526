package io.stepwright.call;

import io.stepwright.spi.ModelRequest;
import org.jspecify.annotations.Nullable;

/**
 * The question to one model, which all attempts share, with its key. A server that knows the key
 * may answer a repeated request from memory, so a different question has a different key.
 *
 * @param idempotencyKey the key of all attempts
 * @param rejected the answer that is to be repaired, or null
 */
record Question(String idempotencyKey, ModelRequest.@Nullable Rejected rejected) {

  /** Makes the first question to a model, whose index is 0 for the first model of the call. */
  static Question first(CallRequest request, int model) {
    return new Question(model == 0 ? request.key() : request.key() + "-" + (model + 1), null);
  }

  /**
   * Makes the question that follows an unusable answer: the model sees what it wrote.
   *
   * @param json true if the answer has to be JSON
   */
  Question repairing(UnusableReplyException unfit, boolean json) {
    String complaint =
        "This answer cannot be used. "
            + unfit.complaint()
            + (json
                ? " Answer again, in full: only the JSON, exactly as the schema demands."
                : " Answer again, in full.");
    return new Question(
        idempotencyKey + "-repair", new ModelRequest.Rejected(unfit.text(), complaint));
  }
}
