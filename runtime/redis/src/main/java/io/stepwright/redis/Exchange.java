package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A few commands and their replies on one connection, within one time limit that begins when the
 * connection is available. For one thread.
 */
final class Exchange implements AutoCloseable {

  /** The maximum number of bytes that are read for one batch of commands. */
  static final long BYTES = EntryCodec.LONGEST + (1 << 20);

  private final Connections connections;
  private final PooledConnection connection;
  private final Duration limit;

  Exchange(Connections connections, PooledConnection connection, Duration limit) {
    this.connections = connections;
    this.connection = connection;
    this.limit = limit;
    connection.transport().begin(limit, BYTES);
    connections.watcher().wake();
  }

  /**
   * Sends all commands at once.
   *
   * @return a reply to each; an error of the server is a {@link JedisDataException} among them
   * @throws CacheStoreException if the connection fails, or the time is over
   */
  List<@Nullable Object> all(List<CommandArguments> commands) throws CacheStoreException {
    if (connection.transport().remaining() <= 0) {
      throw tooLate(null);
    }
    try {
      connection.transport().allow(BYTES);
      return new ArrayList<@Nullable Object>(connection.send(commands));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw failed(e);
    }
  }

  /** Sends one command; otherwise as {@link #all}. */
  @Nullable Object reply(CommandArguments command) throws CacheStoreException {
    return all(List.of(command)).get(0);
  }

  /**
   * Sends one command, and treats an error of the server as a failure.
   *
   * @throws CacheStoreException if the connection or the command fails, or the time is over
   */
  @Nullable Object value(CommandArguments command) throws CacheStoreException {
    return checked(command, reply(command));
  }

  /**
   * Returns a reply that is not an error.
   *
   * @throws CacheStoreException if it is an error
   */
  @Nullable Object checked(CommandArguments command, @Nullable Object reply)
      throws CacheStoreException {
    if (reply instanceof JedisDataException error) {
      if (ServerErrors.isOfAnotherServer(error)) {
        // The host name may resolve to another server by now.
        connection.spoil();
        connections.lost(connection);
      }
      throw ServerErrors.exception(connections.address(), Commands.name(command), error);
    }
    return reply;
  }

  @Override
  public void close() {
    connection.transport().end();
    connections.giveBack(connection);
  }

  private CacheStoreException failed(Throwable failure) {
    // Unread replies would be taken for those of the next caller.
    connection.spoil();
    IOException io = Failures.io(failure);
    if (io instanceof SocketTimeoutException || connection.transport().remaining() <= 0) {
      return tooLate(io);
    }
    connections.lost(connection);
    boolean strange =
        io instanceof StrangeReplyException || !(failure instanceof JedisConnectionException);
    return new CacheStoreException(
        strange
            ? "The server at " + connections.address() + " sent an invalid Redis reply."
            : "The connection to Redis at " + connections.address() + " was lost.",
        io);
  }

  private CacheStoreException tooLate(@Nullable Throwable cause) {
    return new CacheStoreException(
        "Redis at " + connections.address() + " did not answer within " + limit.toMillis() + " ms.",
        cause);
  }
}
