package io.stepwright.redis;

import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/**
 * A connection whose login is complete. For one thread at a time, except for closing.
 *
 * @param link the transport
 * @param client the protocol client on it
 * @param age the generation of the server that it leads to; {@link #NEW} until the store has
 *     greeted it
 */
record Line(Link link, Connection client, int age) {

  /** The age of a connection that is still being made: its failure is not a loss of the server. */
  static final int NEW = -1;

  /**
   * Connects and logs in.
   *
   * @throws CacheStoreException if that is not done within the limit
   */
  static Line open(RedisUrl url, Duration limit, Watch watch) throws CacheStoreException {
    Link link = new Link(url);
    watch.add(link);
    link.begin(limit, ClientSetup.GREETING_BYTES);
    watch.wake();
    try {
      Connection client = new Connection(link, ClientSetup.client(url));
      link.end();
      return new Line(link, client, NEW);
    } catch (RuntimeException | Error e) {
      watch.remove(link);
      link.cut();
      if (e instanceof RuntimeException failure) {
        throw ConnectFailures.exception(url, link, limit, failure);
      }
      throw e;
    }
  }

  /** Returns the same connection, ready for use. */
  Line ofAge(int age) {
    return new Line(link, client, age);
  }

  /** Sends all commands at once; an error of the server is among the replies. */
  List<@Nullable Object> send(List<CommandArguments> commands) {
    client.setSoTimeout(ClientSetup.millis(Duration.ofNanos(Math.max(0, link.remaining()))));
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
    return client.isBroken() || link.isCut();
  }

  void close() {
    link.cut();
  }
}
