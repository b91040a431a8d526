package io.stepwright.redis;

import org.jspecify.annotations.Nullable;

/** How keys are named. The braces keep the keys of a partition together if keys are spread. */
final class Keys {

  /** Matches all keys of all partitions. */
  static final String ALL_PARTITIONS = "sw:{*}:*";

  private static final String START = "sw:{";

  private Keys() {}

  static String vectors(String partition) {
    return START + partition + "}:v";
  }

  static String entry(String partition, String id) {
    return START + partition + "}:e:" + id;
  }

  static String step(String step) {
    return "sw:step:" + step;
  }

  /** The partition of a key, or null if it belongs to none. */
  static @Nullable String partition(String key) {
    int end = key.indexOf('}');
    return key.startsWith(START) && end > 0 ? key.substring(START.length(), end) : null;
  }
}
