package io.stepwright.redis;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;

/** How we connect: who we are, how long we wait, how many connections there are. */
final class ClientSetup {

  /** As many callers as are served at the same time; more of them wait for one another. */
  static final int CONNECTIONS = 16;

  private static final Duration IDLE = Duration.ofMinutes(5);

  private ClientSetup() {}

  /** A pool that has not connected yet. */
  static ConnectionPool pool(RedisUrl url, Duration timeout) {
    DefaultJedisClientConfig.Builder client =
        DefaultJedisClientConfig.builder()
            .timeoutMillis(millis(timeout))
            .user(url.user())
            .password(url.password())
            .database(url.database())
            .clientName("stepwright");
    if (url.tls()) {
      encrypt(client);
    }
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(timeout);
    pool.setMinEvictableIdleDuration(IDLE);
    pool.setJmxEnabled(false);
    return new ConnectionPool(new HostAndPort(url.host(), url.port()), client.build(), pool);
  }

  /** A time limit as sockets take it: at least a millisecond, because 0 means none. */
  static int millis(Duration timeout) {
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, timeout.toMillis()));
  }

  /**
   * With what the JVM trusts, and its own certificate if it has one. The client's newer options
   * know no certificate of ours from there, and read all trusted ones again for each connection. It
   * checks the host's name by itself as long as no parameters are given.
   */
  @SuppressWarnings("deprecation")
  private static void encrypt(DefaultJedisClientConfig.Builder client) {
    try {
      client.ssl(true).sslSocketFactory(SSLContext.getDefault().getSocketFactory());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "The JVM's certificates cannot be read. Look at javax.net.ssl.trustStore.", e);
    }
  }
}
