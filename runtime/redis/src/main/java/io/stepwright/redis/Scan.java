package io.stepwright.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a scan answers: where to go on, and a page of what it has found. */
final class Scan {

  /** Where a scan starts, and what it answers when it is at its end. */
  static final String START = "0";

  private Scan() {}

  static String next(List<?> reply) {
    return reply.size() == 2 ? Replies.text(reply.get(0)) : START;
  }

  static @Nullable Object page(List<?> reply) {
    return reply.size() == 2 ? reply.get(1) : null;
  }
}
