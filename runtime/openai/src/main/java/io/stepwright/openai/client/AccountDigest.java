package io.stepwright.openai.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Digests of credentials, which distinguish accounts without revealing them. */
public final class AccountDigest {

  private static final String PURPOSE = "stepwright account\n";

  private AccountDigest() {}

  /** Returns the SHA-256 digest of a key in lower-case hexadecimal; empty for no key. */
  public static String of(@Nullable String apiKey) {
    if (apiKey == null) {
      return "";
    }
    return HexFormat.of().formatHex(sha256().digest(utf8(PURPOSE + apiKey)));
  }

  /**
   * Returns the digest of a key and of all else that a request tells about its sender, such as
   * headers that name an organization. Without such fields it is that of the key.
   *
   * @param apiKey null if there is none
   * @param fields the values of each field
   */
  public static String of(@Nullable String apiKey, SortedMap<String, List<String>> fields) {
    if (fields.isEmpty()) {
      return of(apiKey);
    }
    MessageDigest digest = sha256();
    add(digest, PURPOSE);
    add(digest, of(apiKey));
    for (Map.Entry<String, List<String>> field : fields.entrySet()) {
      add(digest, field.getKey());
      add(digest, field.getValue().size());
      field.getValue().forEach(value -> add(digest, value));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Adds a text after its length: what follows cannot be taken for a part of it. */
  private static void add(MessageDigest digest, String text) {
    byte[] bytes = utf8(text);
    add(digest, bytes.length);
    digest.update(bytes);
  }

  private static void add(MessageDigest digest, int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
