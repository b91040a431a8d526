package io.stepwright.redis;

import io.stepwright.spi.CacheEntry;
import io.stepwright.spi.CacheStoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/** Writes entries. Thread-safe. */
final class EntryWriter {

  private final VectorSupport support;
  private final StaleVectors staleVectors;

  EntryWriter(VectorSupport support, StaleVectors staleVectors) {
    this.support = support;
    this.staleVectors = staleVectors;
  }

  /**
   * Writes one entry, in one round trip; a second one looks after what is left of others.
   *
   * @throws CacheStoreException if not all of it is written
   */
  void write(Exchange exchange, CacheEntry entry) throws CacheStoreException {
    List<CommandArguments> commands = new ArrayList<>(StepPartitions.register(entry));
    // The entry before its vector: a vector without an entry is taken for one that has expired.
    commands.add(
        Commands.set(
            Keys.entry(entry.partition(), entry.id()),
            EntryCodec.write(entry),
            entry.expiresMillis()));
    float[] vector = entry.vector();
    boolean withVector = vector != null && support.check(exchange);
    if (vector != null && withVector) {
      String key = Keys.vectors(entry.partition());
      commands.add(Commands.vectorPut(key, entry.id(), vector));
      commands.add(Commands.expireIfNever(key, entry.expiresMillis()));
      commands.add(Commands.expireLater(key, entry.expiresMillis()));
      commands.add(staleVectors.sample(entry.partition()));
    }
    List<@Nullable Object> replies = exchange.all(commands);
    for (int i = 0; i < commands.size(); i++) {
      if (!support.isMissing(commands.get(i), replies.get(i))) {
        exchange.checked(commands.get(i), replies.get(i));
      }
    }
    if (withVector) {
      staleVectors.remove(exchange, entry.partition(), replies.get(replies.size() - 1));
    }
  }
}
