package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/**
 * A connection whose login is complete. For one thread at a time, except for closing.
 *
 * @param transport the socket and its deadline
 * @param client the protocol client on it
 * @param age the generation of the server that it leads to; {@link #NEW} until the store has
 *     greeted it
 */
record PooledConnection(Transport transport, Connection client, int age) {

  /** The age of a connection that is still being made: its failure is not a loss of the server. */
  static final int NEW = -1;

  /**
   * Connects and logs in.
   *
   * @throws CacheStoreException if that is not done within the limit
   */
  static PooledConnection open(RedisUrl url, Duration limit, DeadlineWatcher watcher)
      throws CacheStoreException {
    Transport transport = new Transport(url);
    watcher.add(transport);
    transport.begin(limit, ClientSetup.GREETING_BYTES);
    watcher.wake();
    try {
      Connection client = new Connection(transport, ClientSetup.client(url));
      transport.end();
      return new PooledConnection(transport, client, NEW);
    } catch (RuntimeException | Error e) {
      watcher.remove(transport);
      transport.cut();
      if (e instanceof RuntimeException failure) {
        throw ConnectFailures.exception(url, transport, limit, failure);
      }
      throw e;
    }
  }

  /** Returns the same connection, ready for use. */
  PooledConnection ofAge(int age) {
    return new PooledConnection(transport, client, age);
  }

  /** Sends all commands at once; an error of the server is among the replies. */
  List<@Nullable Object> send(List<CommandArguments> commands) {
    client.setSoTimeout(ClientSetup.millis(Duration.ofNanos(Math.max(0, transport.remaining()))));
    for (CommandArguments command : commands) {
      client.sendCommand(command);
    }
    return client.getMany(commands.size());
  }

  /**
   * Marks the connection as unusable: unread replies would be taken for those of the next request.
   */
  void spoil() {
    client.setBroken();
  }

  boolean isSpoilt() {
    return client.isBroken() || transport.isCut();
  }

  void close() {
    transport.cut();
  }
}
