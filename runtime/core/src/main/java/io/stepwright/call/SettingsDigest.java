package io.stepwright.call;

import io.stepwright.spi.ProviderSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Digests of the settings that decide about the answers of a provider. */
final class SettingsDigest {

  private final MessageDigest digest;

  private SettingsDigest(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * Returns the SHA-256 digest of headers, query, fields, forms and keywords in lower-case
   * hexadecimal; empty if none of them is set.
   */
  static String of(ProviderSettings settings) {
    if (settings.headers().isEmpty()
        && settings.query() == null
        && settings.body() == null
        && settings.structuredOutput() == null
        && settings.schemaKeywords() == null
        && settings.resultWithTools() == null) {
      return "";
    }
    SettingsDigest digest = new SettingsDigest(sha256());
    digest.add("stepwright settings");
    digest.add(settings.query());
    digest.add(settings.body());
    digest.add(name(settings.structuredOutput()));
    digest.add(name(settings.schemaKeywords()));
    digest.add(name(settings.resultWithTools()));
    Map<String, String> sorted = new TreeMap<>();
    settings.headers().forEach((name, value) -> sorted.put(name.toLowerCase(Locale.ROOT), value));
    sorted.forEach(
        (name, value) -> {
          digest.add(name);
          digest.add(value);
        });
    return HexFormat.of().formatHex(digest.digest.digest());
  }

  /** Adds a text or nothing, so that different sequences are never confused. */
  private void add(@Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    int length = text == null ? -1 : bytes.length;
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest.update((byte) (length >>> shift));
    }
    digest.update(bytes);
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
