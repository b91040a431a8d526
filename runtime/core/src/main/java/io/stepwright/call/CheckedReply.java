package io.stepwright.call;

import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ServerText;
import org.jspecify.annotations.Nullable;

/**
 * Cleans the parts of an answer that a server must not control, for every client: names of any
 * length, with control characters, and token counts that cannot be true.
 */
final class CheckedReply {

  private CheckedReply() {}

  /** Returns the cleaned answer, the given object if nothing is wrong with it. */
  static ModelReply of(ModelReply reply) {
    String model = ServerText.name(reply.model());
    String id = name(reply.id());
    String reason = name(reply.finishReason());
    long input = ModelReply.believable(reply.inputTokens());
    long output = ModelReply.believable(reply.outputTokens());
    // Identical objects unless something was wrong.
    if (same(model, reply.model())
        && same(id, reply.id())
        && same(reason, reply.finishReason())
        && input == reply.inputTokens()
        && output == reply.outputTokens()) {
      return reply;
    }
    return new ModelReply(
        reply.text(),
        reply.calls(),
        model,
        reply.finish(),
        input,
        output,
        reply.rateLimit(),
        id,
        reason,
        reply.wireNanos());
  }

  private static @Nullable String name(@Nullable String text) {
    return text == null ? null : ServerText.name(text);
  }

  @SuppressWarnings("ReferenceEquality") // Equal copies only cost a further copy.
  private static boolean same(@Nullable String one, @Nullable String other) {
    return one == other;
  }
}
