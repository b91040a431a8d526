package io.stepwright.cache.memory;

import io.stepwright.spi.CacheEntry;
import java.util.ArrayList;
import java.util.List;

/** The few nearest of the entries it was shown. Not thread-safe. */
final class NearestEntries {

  private final float[] query;
  private final long nowMillis;
  private final int most;
  private final float[] cosines;
  private final List<CacheEntry> entries;

  /**
   * None yet.
   *
   * @param nowMillis entries that have expired by then are left out
   */
  NearestEntries(float[] query, int most, long nowMillis) {
    this.query = query;
    this.nowMillis = nowMillis;
    this.most = most;
    this.cosines = new float[most];
    this.entries = new ArrayList<>(most);
  }

  float[] query() {
    return query;
  }

  /** What an entry has to exceed to be among them. */
  float bar() {
    return entries.size() < most ? Float.NEGATIVE_INFINITY : cosines[most - 1];
  }

  /**
   * Shows an entry that seems to exceed the bar. What counts is the entry's own vector: the row
   * that was looked at may just be written anew.
   */
  void offer(CacheEntry entry) {
    float[] vector = entry.vector();
    if (vector == null || entry.expiresMillis() <= nowMillis) {
      return;
    }
    float cosine = DotProduct.of(query, vector);
    if (!(cosine > bar())) {
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

  /** Them, the nearest first. */
  List<CacheEntry> entries() {
    return entries;
  }
}
