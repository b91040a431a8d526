package io.stepwright.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the reply of a scan: the next cursor and a page of results. */
final class Scan {

  /** The cursor at the start of a scan, and in the last reply. */
  static final String START = "0";

  private Scan() {}

  static String next(List<?> reply) {
    return reply.size() == 2 ? Replies.text(reply.get(0)) : START;
  }

  static @Nullable Object page(List<?> reply) {
    return reply.size() == 2 ? reply.get(1) : null;
  }
}
