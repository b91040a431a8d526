package io.stepwright.redis;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/** Writes entries. Thread-safe. */
final class EntryWriter {

  private final Keys keys;
  private final EntryCodec codec;
  private final StepPartitions partitions;
  private final VectorSupport support;
  private final StaleVectors staleVectors;

  EntryWriter(
      Keys keys,
      EntryCodec codec,
      StepPartitions partitions,
      VectorSupport support,
      StaleVectors staleVectors) {
    this.keys = keys;
    this.codec = codec;
    this.partitions = partitions;
    this.support = support;
    this.staleVectors = staleVectors;
  }

  /**
   * Writes one entry that has not expired, in one round trip; a second one removes stale vectors.
   * An entry that is too long to be read again is not written.
   *
   * @throws CacheStoreException if not all of it is written
   */
  void write(Exchange exchange, CacheEntry entry) throws CacheStoreException {
    byte[] payload = codec.write(entry);
    if (payload.length > EntryCodec.LONGEST) {
      return;
    }
    long left = Math.max(1, Expiry.left(entry));
    List<CommandArguments> commands = new ArrayList<>(partitions.register(entry, left));
    // The entry before its vector: a vector without an entry counts as expired.
    commands.add(Commands.set(keys.entry(entry.partition(), entry.id()), payload, left));
    float[] vector = payload.length > EntryCodec.LONGEST_NEAR ? null : entry.vector();
    boolean withVector = vector != null && support.check(exchange);
    if (vector != null && withVector) {
      String key = keys.vectors(entry.partition());
      commands.add(Commands.vectorPut(key, entry.id(), vector));
      commands.add(Commands.expireIfNever(key, left));
      commands.add(Commands.expireLater(key, left));
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
