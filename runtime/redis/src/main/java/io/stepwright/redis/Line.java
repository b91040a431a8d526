package io.stepwright.redis;

import io.stepwright.spi.CacheStoreException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/**
 * A connection to the server that has greeted it. For one thread at a time, but for closing.
 *
 * @param link the way there
 * @param client what speaks on it
 * @param age which of the servers that were there one after another it leads to; {@link #NEW} until
 *     the store has greeted it
 */
record Line(Link link, Connection client, int age) {

  /** The age of a connection that is still being made: its failure is no loss of the server. */
  static final int NEW = -1;

  /**
   * Connects and says who we are.
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

  /** The same connection, ready to be used. */
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

  /** What was asked and not read would be taken for the answer of the next question. */
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
