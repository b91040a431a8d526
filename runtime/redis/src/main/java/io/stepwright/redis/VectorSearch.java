package io.stepwright.redis;

import io.stepwright.spi.cache.CacheEntry;
import io.stepwright.spi.cache.CacheStoreException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;

/** Finds entries by the nearness of their vectors. Thread-safe. */
final class VectorSearch {

  /**
   * The tolerance for the server's cosine, which may be too low because it stores eight bits per
   * number. The greatest error that was measured, for vectors of 384 numbers, is 0.0024.
   */
  static final double QUANTISATION = 0.02;

  private final Keys keys;
  private final EntryCodec codec;
  private final VectorSupport support;
  private final Remover remover;

  VectorSearch(Keys keys, EntryCodec codec, VectorSupport support, Remover remover) {
    this.keys = keys;
    this.codec = codec;
    this.support = support;
    this.remover = remover;
  }

  /**
   * Returns the entries near a vector, and removes unusable ones that the search has found.
   *
   * @throws CacheStoreException if the server cannot tell
   */
  List<CacheEntry> nearest(
      Exchange exchange, String partition, float[] vector, int count, double similarity)
      throws CacheStoreException {
    CommandArguments search = Commands.vectorsNear(keys.vectors(partition), vector, count);
    Object reply = exchange.reply(search);
    if (support.isMissing(search, reply)) {
      return List.of();
    }
    List<String> ids = candidates(exchange.checked(search, reply), similarity);
    return ids.isEmpty() ? List.of() : load(exchange, partition, ids, vector.length);
  }

  /** Returns the ids whose cosine may reach the wanted one. */
  private static List<String> candidates(@Nullable Object reply, double similarity) {
    List<@Nullable Object> pairs = Replies.flat(reply);
    double leastScore = (1 + similarity - QUANTISATION) / 2;
    List<String> ids = new ArrayList<>();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      if (Replies.number(pairs.get(i + 1)) >= leastScore) {
        ids.add(Replies.text(pairs.get(i)));
      }
    }
    return ids;
  }

  private List<CacheEntry> load(Exchange exchange, String partition, List<String> ids, int size)
      throws CacheStoreException {
    List<CommandArguments> commands = new ArrayList<>();
    for (String id : ids) {
      commands.add(Commands.getAtMost(keys.entry(partition, id), EntryCodec.LONGEST_NEAR + 1));
    }
    List<@Nullable Object> payloads = exchange.all(commands);
    List<CacheEntry> entries = new ArrayList<>();
    List<String> withoutVector = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      CacheEntry entry =
          payloads.get(i) instanceof byte[] payload && payload.length <= EntryCodec.LONGEST_NEAR
              ? codec.read(payload, partition, id)
              : null;
      float[] vector = entry == null ? null : entry.vector();
      if (entry == null || (vector != null && vector.length != size)) {
        unreadable.add(id);
      } else if (vector == null) {
        withoutVector.add(id); // Replaced by one that is found exactly only.
      } else if (!Expiry.isPast(entry)) {
        entries.add(entry);
      }
    }
    remover.vectorsQuietly(exchange, partition, withoutVector);
    remover.entriesQuietly(exchange, partition, unreadable);
    return entries;
  }
}
