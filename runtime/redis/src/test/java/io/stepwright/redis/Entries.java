package io.stepwright.redis;

import io.stepwright.spi.cache.CacheEntry;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Entries and vectors for tests. */
final class Entries {

  static final String STEP = "Support.answer";
  static final String PARTITION = "aa11";

  /** The keys of the default settings. */
  static final Keys KEYS = new Keys(Keys.DEFAULT_PREFIX, "", null);

  /** The codec of unsigned entries. */
  static final EntryCodec CODEC = new EntryCodec(null, new UnsignedEntries("nowhere"));

  private static final long HOUR = 3_600_000;

  private Entries() {}

  static CacheEntry exact(String id) {
    return entry(PARTITION, id, null, "answer " + id);
  }

  static CacheEntry semantic(String id, float[] vector) {
    return entry(PARTITION, id, vector, "answer " + id);
  }

  static CacheEntry entry(String partition, String id, float @Nullable [] vector, String answer) {
    return entry(STEP, partition, id, vector, answer, HOUR);
  }

  static CacheEntry expiring(String id, float @Nullable [] vector, long millis) {
    return entry(STEP, PARTITION, id, vector, "answer " + id, millis);
  }

  static CacheEntry entry(
      String step,
      String partition,
      String id,
      float @Nullable [] vector,
      String answer,
      long millis) {
    long now = System.currentTimeMillis();
    String text = vector == null ? null : "text " + id;
    return new CacheEntry(step, partition, id, text, vector, answer, now, now + millis, 12, 34);
  }

  /** Returns a direction from a uniform distribution. */
  static float[] random(Random random, int size) {
    float[] vector = new float[size];
    for (int i = 0; i < size; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return unit(vector);
  }

  /** A random vector that has the given cosine with another one. */
  static float[] near(Random random, float[] vector, double cosine) {
    float[] other = random(random, vector.length);
    double dot = cosine(vector, other);
    for (int i = 0; i < other.length; i++) {
      other[i] -= (float) (dot * vector[i]);
    }
    unit(other);
    double sine = Math.sqrt(1 - cosine * cosine);
    float[] near = new float[vector.length];
    for (int i = 0; i < near.length; i++) {
      near[i] = (float) (cosine * vector[i] + sine * other[i]);
    }
    return unit(near);
  }

  /** Returns the axis of a number, which is orthogonal to all others. */
  static float[] axis(int size, int axis) {
    float[] vector = new float[size];
    vector[axis] = 1;
    return vector;
  }

  static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }

  private static float[] unit(float[] vector) {
    double length = Math.sqrt(cosine(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / length);
    }
    return vector;
  }
}
