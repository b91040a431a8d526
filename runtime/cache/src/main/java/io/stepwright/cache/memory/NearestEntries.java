package io.stepwright.cache.memory;

import io.stepwright.spi.cache.CacheEntry;
import java.util.ArrayList;
import java.util.List;

/** The few nearest of the entries that were offered. Not thread-safe. */
final class NearestEntries {

  private final float[] query;
  private final float floor;
  private final long nowMillis;
  private final int most;
  private final float[] cosines;
  private final List<CacheEntry> entries;
  private int restFrom = -1;
  private float rest;

  /**
   * Makes an empty result.
   *
   * @param floor entries whose cosine is surely below it may be left out
   * @param nowMillis entries that have expired by then are left out
   */
  NearestEntries(float[] query, int most, double floor, long nowMillis) {
    this.query = query;
    this.floor = (float) floor;
    this.nowMillis = nowMillis;
    this.most = most;
    this.cosines = new float[most];
    this.entries = new ArrayList<>(most);
  }

  float[] query() {
    return query;
  }

  /** Returns the length of the rest of the query from an index on. */
  float rest(int from) {
    if (restFrom != from) {
      restFrom = from;
      rest = DotProduct.length(query, from);
    }
    return rest;
  }

  /** Returns the threshold that an entry has to reach. */
  float bar() {
    return entries.size() < most ? floor : Math.max(floor, cosines[most - 1]);
  }

  /**
   * Offers an entry that seems to reach the threshold. It is compared by its own vector, because
   * the row that was scanned may be rewritten at the same time.
   */
  void offer(CacheEntry entry) {
    float[] vector = entry.vector();
    if (vector == null || entry.expiresMillis() <= nowMillis) {
      return;
    }
    float cosine = DotProduct.of(query, vector);
    float last = entries.size() < most ? Float.NEGATIVE_INFINITY : cosines[most - 1];
    if (!(cosine > last)) {
      return;
    }
    if (entries.size() == most) {
      entries.remove(most - 1);
    }
    int place = entries.size();
    while (place > 0 && cosines[place - 1] < cosine) {
      cosines[place] = cosines[place - 1];
      place--;
    }
    cosines[place] = cosine;
    entries.add(place, entry);
  }

  /** Returns the entries, the nearest first. */
  List<CacheEntry> entries() {
    return entries;
  }
}
