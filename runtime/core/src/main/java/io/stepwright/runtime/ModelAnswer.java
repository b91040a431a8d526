package io.stepwright.runtime;

import io.stepwright.call.UnusableReplyException;
import io.stepwright.spi.ModelReply;
import io.stepwright.wiring.JsonDecoder;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.ModelCall;

/** Makes the value of a step of the answer of a model. */
final class ModelAnswer {

  private ModelAnswer() {}

  @SuppressWarnings("unchecked")
  static <T> T read(ModelCall<T> call, ModelReply reply) throws UnusableReplyException {
    String problem =
        switch (reply.finish()) {
          case COMPLETE -> null;
          case LENGTH ->
              "it reached the limit of tokens and is cut. Raise maxOutputTokens of @Model, or ask for less.";
          case CONTENT_FILTER -> "the provider's content filter cut it. Change the prompt.";
          case REFUSAL -> "the model refused. Change the prompt.";
        };
    if (problem != null) {
      throw new UnusableReplyException(problem, reply.text(), false, null);
    }
    JsonDecoder<T> decoder = call.decoder();
    if (decoder == null) {
      // A call without a decoder is one for plain text.
      return (T) reply.text();
    }
    try {
      return decoder.decode(JsonValue.parse(reply.text()));
    } catch (JsonMismatchException e) {
      throw new UnusableReplyException(String.valueOf(e.getMessage()), reply.text(), true, e);
    } catch (RuntimeException e) {
      throw new UnusableReplyException(
          "the step's type does not accept it (%s).".formatted(e.getClass().getName()),
          reply.text(),
          true,
          e);
    }
  }
}
