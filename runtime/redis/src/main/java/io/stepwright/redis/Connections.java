package io.stepwright.redis;

import io.stepwright.spi.CacheStoreException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.NoSuchElementException;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/** Connections to one server, made when first needed. Thread-safe. */
final class Connections implements AutoCloseable {

  private static final Logger LOGGER = System.getLogger("io.stepwright.redis");

  private final String address;
  private final Duration timeout;
  private final ConnectionPool pool;
  private final Outage outage = new Outage();
  private final Runnable onLoss;

  /**
   * Connects to nothing yet.
   *
   * @param timeout for connecting, and for what is asked of {@link #open()}
   * @param onLoss is told when the server has gone: another may be there when it is back
   */
  Connections(RedisUrl url, Duration timeout, Runnable onLoss) {
    this.address = url.address();
    this.timeout = timeout;
    this.pool = ClientSetup.pool(url, timeout);
    this.onLoss = onLoss;
  }

  /**
   * A connection, for as long as the usual time limit.
   *
   * @throws CacheStoreException if there is none, at once if there was none a moment ago
   */
  Exchange open() throws CacheStoreException {
    if (pool.getNumIdle() == 0 && !outage.mayTry()) {
      throw new CacheStoreException(
          "Redis at " + address + " could not be reached a moment ago; it is tried again soon.",
          null);
    }
    return open(timeout);
  }

  /**
   * A connection, for as long as is said, whatever happened a moment ago.
   *
   * @throws CacheStoreException if there is none
   */
  Exchange open(Duration limit) throws CacheStoreException {
    Connection connection;
    try {
      connection = pool.getResource();
    } catch (JedisException e) {
      throw notConnected(e);
    }
    outage.ends();
    return new Exchange(this, connection, limit);
  }

  String address() {
    return address;
  }

  void giveBack(Connection connection) {
    try {
      if (!connection.isBroken()) {
        connection.setSoTimeout(ClientSetup.millis(timeout)); // For the pool's own checks.
      }
      connection.close();
    } catch (JedisException e) {
      // What was asked has its answer: a connection that cannot be kept is no failure of it.
      LOGGER.log(Level.DEBUG, "A connection to Redis at {0} was given up.", address);
    }
  }

  /** The server has closed a connection: the others are of no use either. */
  void lost() {
    pool.clear();
    onLoss.run();
  }

  @Override
  public void close() {
    pool.close();
  }

  private CacheStoreException notConnected(JedisException failure) {
    if (failure.getCause() instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      return new CacheStoreException("Interrupted while waiting for a connection to Redis.", null);
    }
    if (failure.getCause() instanceof NoSuchElementException) {
      return new CacheStoreException(
          "All "
              + ClientSetup.CONNECTIONS
              + " connections to Redis at "
              + address
              + " were busy for "
              + timeout.toMillis()
              + " ms.",
          null);
    }
    outage.begins();
    onLoss.run();
    if (failure instanceof JedisDataException error) {
      return ServerErrors.exception(address, "the connection", error);
    }
    return new CacheStoreException(
        "Redis at " + address + " cannot be reached.", Failures.io(failure));
  }
}
