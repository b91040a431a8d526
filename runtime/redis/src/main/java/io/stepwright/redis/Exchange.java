package io.stepwright.redis;

import io.stepwright.spi.CacheStoreException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * A few commands on one connection, and their answers, within one time limit. For one thread.
 *
 * <p>The limit begins when the connection is there: a first look-up, or one after a restart, may
 * take longer, and leaves a connection that the next one finds.
 */
final class Exchange implements AutoCloseable {

  private final Connections connections;
  private final Connection connection;
  private final Duration limit;
  private final long start = System.nanoTime();

  Exchange(Connections connections, Connection connection, Duration limit) {
    this.connections = connections;
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * Sends all commands at once.
   *
   * @return a reply to each; an error of the server is a {@link JedisDataException} among them
   * @throws CacheStoreException if the connection fails, or the time is up
   */
  List<@Nullable Object> all(List<CommandArguments> commands) throws CacheStoreException {
    try {
      connection.setSoTimeout(remaining());
      for (CommandArguments command : commands) {
        connection.sendCommand(command);
      }
      return new ArrayList<@Nullable Object>(connection.getMany(commands.size()));
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  /** Sends one command; otherwise as {@link #all}. */
  @Nullable Object reply(CommandArguments command) throws CacheStoreException {
    return all(List.of(command)).get(0);
  }

  /**
   * Sends one command, and takes an error of the server as a failure.
   *
   * @throws CacheStoreException if the connection or the command fails, or the time is up
   */
  @Nullable Object value(CommandArguments command) throws CacheStoreException {
    return checked(command, reply(command));
  }

  /**
   * A reply that is no error.
   *
   * @throws CacheStoreException if it is one
   */
  @Nullable Object checked(CommandArguments command, @Nullable Object reply)
      throws CacheStoreException {
    if (reply instanceof JedisDataException error) {
      throw ServerErrors.exception(connections.address(), Commands.name(command), error);
    }
    return reply;
  }

  @Override
  public void close() {
    connections.giveBack(connection);
  }

  private int remaining() throws CacheStoreException {
    Duration remaining = limit.minusNanos(System.nanoTime() - start);
    if (remaining.isNegative() || remaining.isZero()) {
      throw tooLate(null);
    }
    return ClientSetup.millis(remaining);
  }

  private CacheStoreException failed(RuntimeException failure) {
    // Replies that were not read would be taken for those of the next caller.
    connection.setBroken();
    IOException io = Failures.io(failure);
    if (io instanceof SocketTimeoutException) {
      return tooLate(io);
    }
    connections.lost();
    return new CacheStoreException(
        failure instanceof JedisConnectionException
            ? "The connection to Redis at " + connections.address() + " was lost."
            : "What Redis at " + connections.address() + " answers is no answer of Redis.",
        io);
  }

  private CacheStoreException tooLate(@Nullable Throwable cause) {
    return new CacheStoreException(
        "Redis at " + connections.address() + " did not answer within " + limit.toMillis() + " ms.",
        cause);
  }
}
