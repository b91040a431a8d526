package io.stepwright.redis;

import io.stepwright.spi.ConversationStore;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.Turn;
import io.stepwright.spi.cache.CacheStoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/** A store of conversations in Redis, of which each is one value. Thread-safe. */
final class RedisConversationStore implements ConversationStore {

  /** A century: the server refuses times beyond its range. */
  private static final Duration LONGEST_LIFE = Duration.ofDays(36_500);

  private final Duration timeout;
  private final long lifeMillis;
  private final Keys keys;
  private final ConversationCodec codec;
  private final Connections connections;

  /** Makes the store, without connecting. */
  RedisConversationStore(
      RedisUrl url, Duration timeout, Duration timeToLive, Keys keys, ConversationCodec codec) {
    this.timeout = timeout;
    this.lifeMillis =
        Math.max(
            1, (timeToLive.compareTo(LONGEST_LIFE) < 0 ? timeToLive : LONGEST_LIFE).toMillis());
    this.keys = keys;
    this.codec = codec;
    connections =
        new Connections(
            url,
            timeout,
            exchange -> exchange.reply(Commands.getAtMost(keys.conversation("none"), 1)),
            () -> {});
  }

  @Override
  public List<Turn> load(String id) throws ConversationStoreException {
    String key = keys.conversation(id);
    byte[] value =
        call(
            exchange -> {
              CommandArguments get = Commands.getAtMost(key, ConversationCodec.LONGEST + 1);
              CommandArguments expire = Commands.expire(key, lifeMillis);
              List<@Nullable Object> replies = exchange.all(List.of(get, expire));
              exchange.checked(expire, replies.get(1));
              if (exchange.checked(get, replies.get(0)) instanceof byte[] bytes) {
                return bytes;
              }
              throw strange();
            });
    return value.length == 0 ? List.of() : codec.read(id, value);
  }

  @Override
  public boolean append(String id, List<Turn> expected, List<Turn> more)
      throws ConversationStoreException {
    List<Turn> turns = new ArrayList<>(expected);
    turns.addAll(more);
    CommandArguments replace =
        Commands.replaceIfBegins(
            keys.conversation(id),
            codec.header(id, expected),
            ConversationCodec.HEADER,
            codec.write(id, turns),
            lifeMillis);
    return call(
        exchange -> {
          if (exchange.value(replace) instanceof Long replaced && replaced >= 0 && replaced <= 1) {
            return replaced == 1;
          }
          throw strange();
        });
  }

  @Override
  public void remove(String id) throws ConversationStoreException {
    call(exchange -> exchange.value(Commands.unlink(List.of(keys.conversation(id)))) != null);
  }

  private CacheStoreException strange() {
    return new CacheStoreException(
        "The server at " + connections.address() + " sent an unexpected reply.", null);
  }

  private interface Request<T> {
    T run(Exchange exchange) throws CacheStoreException;
  }

  /**
   * Sends a request, and once more if the first attempt fails within half of the time: an idle
   * connection may be to a server that was restarted meanwhile. A request may therefore be done
   * twice.
   */
  private <T> T call(Request<T> request) throws ConversationStoreException {
    long end = System.nanoTime() + timeout.toNanos();
    try {
      return send(request, timeout);
    } catch (CacheStoreException e) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (e.isLasting() || left.compareTo(timeout.dividedBy(2)) < 0) {
        throw ConversationFailures.of(e);
      }
      try {
        return send(request, left);
      } catch (CacheStoreException again) {
        throw ConversationFailures.of(again);
      }
    }
  }

  private <T> T send(Request<T> request, Duration limit) throws CacheStoreException {
    try (Exchange exchange = connections.openWithin(limit)) {
      return request.run(exchange);
    }
  }

  @Override
  public void close() {
    connections.close();
  }

  /** Returns host and port, without credentials. */
  @Override
  public String toString() {
    return "RedisConversationStore[" + connections.address() + "]";
  }
}
