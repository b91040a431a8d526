package io.stepwright.redis;

import java.time.Duration;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.JedisClientConfig;

/** How we connect: who we are, how long we wait, how many connections there are. */
final class ClientSetup {

  /** As many callers as are served at the same time; more of them wait for one another. */
  static final int CONNECTIONS = 16;

  /** After so long without use the other side, or something between, may have given it up. */
  static final Duration IDLE = Duration.ofMinutes(4);

  /** The most bytes that a server says before it is asked for an entry. */
  static final int GREETING_BYTES = 64 * 1024;

  private static final Duration CONNECTING = Duration.ofSeconds(1);

  private ClientSetup() {}

  /** How long connecting may take: nobody waits for that longer than for what he asks. */
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

  /** A time limit as sockets take it: at least a millisecond, because 0 means none. */
  static int millis(Duration timeout) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
  }
}
