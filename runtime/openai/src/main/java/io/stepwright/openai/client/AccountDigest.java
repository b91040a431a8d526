package io.stepwright.openai.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Digests of API keys, which distinguish accounts without revealing the keys. */
public final class AccountDigest {

  private static final String PURPOSE = "stepwright account\n";

  private AccountDigest() {}

  /** Returns the SHA-256 digest of a key in lower-case hexadecimal; empty for no key. */
  public static String of(@Nullable String apiKey) {
    if (apiKey == null) {
      return "";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] bytes = (PURPOSE + apiKey).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
