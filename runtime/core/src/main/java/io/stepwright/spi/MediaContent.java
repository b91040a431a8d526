package io.stepwright.spi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a picture, a document or a recording. Two contents are equal if their types, bytes
 * and names are. Immutable and thread-safe.
 */
public final class MediaContent {

  private final String mediaType;
  private final byte[] bytes;
  private final @Nullable String name;
  private volatile @Nullable String sha256;

  /**
   * Copies the bytes.
   *
   * @param mediaType the type by IANA's registry, such as {@code image/png}
   * @param name a file name that the model may see, or null
   */
  public MediaContent(String mediaType, byte[] bytes, @Nullable String name) {
    this.mediaType = mediaType;
    this.bytes = bytes.clone();
    this.name = name == null ? null : ModelRequest.wellFormed(name);
  }

  /** Returns the type by IANA's registry, such as {@code image/png}. */
  public String mediaType() {
    return mediaType;
  }

  /** Returns the file name, or null. */
  public @Nullable String name() {
    return name;
  }

  /** Returns the number of bytes. */
  public int size() {
    return bytes.length;
  }

  /** Returns a copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Returns a stream of the bytes, which are not copied. Closing it has no effect. */
  public InputStream input() {
    return new ByteArrayInputStream(bytes);
  }

  /** Returns the bytes in the usual Base64 form, padded and without line breaks. */
  public byte[] base64() {
    return Base64.getEncoder().encode(bytes);
  }

  /** Returns the SHA-256 digest of the bytes, in lower-case hexadecimal digits. */
  public String sha256() {
    String known = sha256;
    if (known == null) {
      try {
        known = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256.", e);
      }
      sha256 = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MediaContent content
        && mediaType.equals(content.mediaType)
        && Objects.equals(name, content.name)
        && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Describes the content without its bytes and name, which may be personal. */
  @Override
  public String toString() {
    return mediaType + ", " + bytes.length + " bytes";
  }
}
