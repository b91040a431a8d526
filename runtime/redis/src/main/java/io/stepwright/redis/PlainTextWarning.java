package io.stepwright.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Warns that answers and the password are sent unencrypted to another machine. */
final class PlainTextWarning {

  private static final Logger LOGGER = System.getLogger("io.stepwright.redis");

  private PlainTextWarning() {}

  static void check(RedisUrl url) {
    if (!url.tls() && !url.isLoopback()) {
      LOGGER.log(
          Level.WARNING,
          "Answers and questions go to Redis at {0} in plain text. Set stepwright.cache.redis.url"
              + " to rediss://… if others can listen on the way.",
          url.address());
    }
  }
}
