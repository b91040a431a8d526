package io.stepwright.engine.model;

import io.stepwright.call.UnusableReplyException;
import io.stepwright.spi.ModelReply;
import io.stepwright.wiring.JsonDecoder;
import io.stepwright.wiring.JsonMismatchException;
import io.stepwright.wiring.JsonValue;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.RefusedValueException;
import org.jspecify.annotations.Nullable;

/**
 * The value of a step, made from the answer of a model.
 *
 * @param value the value
 * @param text the part of the answer that the value was made from: without thoughts and the like
 */
record ModelAnswer<T>(T value, String text) {

  /**
   * Reads an answer of a model.
   *
   * @throws UnusableReplyException if it is cut, refused or of the wrong shape
   */
  static <T> ModelAnswer<T> of(ModelStep<T> call, ModelReply reply) throws UnusableReplyException {
    if (reply.finish() == ModelReply.Finish.COMPLETE) {
      return of(call, reply.text());
    }
    String problem = problem(call, reply.finish());
    if (problem != null) {
      throw new UnusableReplyException(problem, reply.text(), false, null);
    }
    return of(call, reply.text());
  }

  private static @Nullable String problem(ModelStep<?> call, ModelReply.Finish finish) {
    return switch (finish) {
      case COMPLETE, OTHER -> null;
      case LENGTH ->
          "it was cut off at the token limit. "
              + (call.maxOutputTokens() > 0
                  ? "Raise maxOutputTokens of @Model, or ask for less."
                  : "The limit is the server's own: set maxOutputTokens of @Model or raise that"
                      + " limit, or ask for less.");
      case CONTENT_FILTER -> "the provider's content filter cut it. Change the prompt.";
      case REFUSAL -> "the model refused. Change the prompt.";
      case TOOL_CALLS ->
          "the model called a tool, though the step offers none. Say in the prompt that there are no tools, or ask another model.";
    };
  }

  /**
   * Reads a complete answer.
   *
   * @throws UnusableReplyException if it is of the wrong shape
   */
  @SuppressWarnings("unchecked")
  static <T> ModelAnswer<T> of(ModelStep<T> call, String text) throws UnusableReplyException {
    JsonDecoder<T> decoder = call.decoder();
    if (decoder == null) {
      String answer = AnswerText.withoutThoughts(text);
      if (answer == null) {
        throw new UnusableReplyException("The answer contains only thoughts.", text, true, null);
      }
      // A call without a decoder asks for plain text.
      return new ModelAnswer<>((T) answer, answer);
    }
    try {
      return decoded(decoder, text);
    } catch (JsonMismatchException e) {
      throw new UnusableReplyException(String.valueOf(e.getMessage()), text, true, e);
    } catch (RefusedValueException e) {
      throw UnusableReplyException.refusedByType(e.getMessage() + ".", e.complaint(), text, e);
    }
  }

  private static <T> ModelAnswer<T> decoded(JsonDecoder<T> decoder, String text) {
    JsonValue value;
    try {
      value = JsonValue.parse(text);
    } catch (JsonMismatchException e) {
      for (String inner : AnswerText.json(text)) {
        JsonValue found = parsed(inner);
        if (found != null) {
          return new ModelAnswer<>(found.decode(decoder), inner);
        }
      }
      throw e;
    }
    return new ModelAnswer<>(value.decode(decoder), text);
  }

  private static @Nullable JsonValue parsed(String text) {
    try {
      return JsonValue.parse(text);
    } catch (JsonMismatchException e) {
      // The message would point into a part of the answer, which would mislead.
      return null;
    }
  }
}
