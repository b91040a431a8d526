package io.stepwright.redis;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Warns that data and the password are sent unencrypted to another machine. */
final class PlainTextWarning {

  static final String CACHE_SETTINGS = "stepwright.cache";

  private static final Logger LOGGER = System.getLogger("io.stepwright.redis");

  private PlainTextWarning() {}

  /**
   * Checks a URL.
   *
   * @param data the data that is sent, in the plural
   * @param settings the group of settings that the URL belongs to
   */
  static void check(RedisUrl url, String data, String settings) {
    if (!url.tls() && !url.isLoopback()) {
      LOGGER.log(
          Level.WARNING,
          "{0} go to Redis at {1} in plain text. Set {2}.redis.url to rediss://… if others can"
              + " listen on the way.",
          data,
          url.address(),
          settings);
    }
  }
}
