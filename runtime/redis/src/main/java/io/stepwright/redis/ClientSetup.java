package io.stepwright.redis;

import java.time.Duration;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;

/** Connection settings: credentials, timeouts, and the number of connections. */
final class ClientSetup {

  /** The maximum number of connections; further callers wait for a free one. */
  static final int CONNECTIONS = 16;

  /** The idle time after which the server or a middlebox may have dropped a connection. */
  static final Duration IDLE = Duration.ofMinutes(4);

  /** The maximum number of bytes that a server sends before it is asked for an entry. */
  static final int GREETING_BYTES = 64 * 1024;

  private static final Duration CONNECTING = Duration.ofSeconds(1);

  private ClientSetup() {}

  /**
   * Returns the time limit for connecting: at least a second, and no shorter than that of a
   * request.
   */
  static Duration connectLimit(Duration timeout) {
    return timeout.compareTo(CONNECTING) < 0 ? CONNECTING : timeout;
  }

  static JedisClientConfig client(RedisUrl url) {
    return DefaultJedisClientConfig.builder()
        .user(url.user())
        .password(url.password())
        .database(url.database())
        .clientName("stepwright")
        .build();
  }

  /** Returns a timeout for sockets: at least a millisecond, because 0 means none. */
  static int millis(Duration timeout) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
  }
}
