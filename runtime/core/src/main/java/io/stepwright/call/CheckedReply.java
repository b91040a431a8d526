package io.stepwright.call;

import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ServerText;
import org.jspecify.annotations.Nullable;

/**
 * Takes from an answer what a server may not decide, whoever's client brought it: names of any
 * length, with control characters, and numbers of tokens that cannot be true.
 */
final class CheckedReply {

  private CheckedReply() {}

  /** The answer, the given object if nothing is wrong with it. */
  static ModelReply of(ModelReply reply) {
    String model = ServerText.name(reply.model());
    String id = name(reply.id());
    String reason = name(reply.finishReason());
    long input = ModelReply.believable(reply.inputTokens());
    long output = ModelReply.believable(reply.outputTokens());
    // The same objects, unless something was wrong.
    if (same(model, reply.model())
        && same(id, reply.id())
        && same(reason, reply.finishReason())
        && input == reply.inputTokens()
        && output == reply.outputTokens()) {
      return reply;
    }
    return new ModelReply(
        reply.text(), model, reply.finish(), input, output, reply.rateLimit(), id, reason);
  }

  private static @Nullable String name(@Nullable String text) {
    return text == null ? null : ServerText.name(text);
  }

  @SuppressWarnings("ReferenceEquality") // Equal but not the same only costs a copy.
  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == other;
  }
}
