package io.stepwright.redis;

import io.stepwright.spi.cache.CacheConfigurationException;
import io.stepwright.spi.cache.CacheStoreSettings;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of keys. The braces are hash tags, which keep the keys of a partition on one node.
 * Immutable.
 */
final class Keys {

  static final String DEFAULT_PREFIX = "sw";

  /** No special characters of key patterns, and no brace. */
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  private final String start;
  private final String steps;
  private final String conversations;
  private final @Nullable EntrySigner signer;

  /**
   * Makes the names.
   *
   * @param namespace the namespace of the steps; the partitions include it already
   * @param signer hides the names of steps; null if they are not hidden
   */
  Keys(String prefix, String namespace, @Nullable EntrySigner signer) {
    start = prefix + ":{";
    steps = prefix + ":step:" + (namespace.isEmpty() ? "" : namespace + ":");
    conversations = prefix + ":conversation:";
    this.signer = signer;
  }

  static Keys of(CacheStoreSettings settings, @Nullable EntrySigner signer)
      throws CacheConfigurationException {
    String prefix = settings.prefix() == null ? DEFAULT_PREFIX : settings.prefix();
    if (!PREFIX.matcher(prefix).matches()) {
      throw new CacheConfigurationException(
          "stepwright.cache.redis.prefix is '"
              + prefix
              + "'. Write 1 to 64 letters of ASCII, digits, dots, colons, underscores and dashes.",
          null);
    }
    return new Keys(prefix, settings.namespace(), signer);
  }

  /** Returns a pattern that matches all keys of all partitions. */
  String allPartitions() {
    return start + "*}:*";
  }

  String vectors(String partition) {
    return start + partition + "}:v";
  }

  String entry(String partition, String id) {
    return start + partition + "}:e:" + id;
  }

  String lease(String partition, String id) {
    return start + partition + "}:l:" + id;
  }

  /**
   * Returns the key of a step. With a secret, only its holders can tell the step and find its
   * partitions.
   */
  String step(String step) {
    return steps + (signer == null ? step : signer.digest(step));
  }

  String conversation(String id) {
    return conversations + id;
  }

  /** Returns the partition of a key, or null if it belongs to none. */
  @Nullable String partition(String key) {
    int end = key.indexOf('}', start.length());
    return key.startsWith(start) && end > 0 ? key.substring(start.length(), end) : null;
  }
}
