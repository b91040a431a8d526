package io.stepwright.redis;

import io.stepwright.runtime.Conversation;
import io.stepwright.runtime.ConversationFormatException;
import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.Turn;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Converts conversations to one value each: a header of fixed length with the number of turns and
 * their signature, and the turns as JSON. The header depends on the identifier and the turns alone,
 * so the server can compare it with that of the turns that a caller expects. Thread-safe.
 */
final class ConversationCodec {

  /** The length of a header in bytes. */
  static final int HEADER = 81;

  /** The maximum length of a value in bytes. */
  static final int LONGEST = EntryCodec.LONGEST;

  /** Makes the signature a mere checksum, which finds damage but no forgery. */
  private static final String NO_SECRET = "stepwright without a secret";

  private final EntrySigner signer;
  private final boolean signed;

  /**
   * Makes the codec.
   *
   * @param secret null if conversations are not signed
   */
  ConversationCodec(@Nullable String secret) {
    signer = new EntrySigner(secret == null ? NO_SECRET : secret);
    signed = secret != null;
  }

  /** Returns the header of a conversation; empty if it has no turns. */
  byte[] header(String id, List<Turn> turns) {
    String header =
        turns.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "swc1 %010d %s\n", turns.size(), signer.sign(id, turns));
    return header.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Returns the value of a conversation.
   *
   * @throws ConversationStoreException if it is too long, or has turns that are no texts
   */
  byte[] write(String id, List<Turn> turns) throws ConversationStoreException {
    byte[] header = header(id, turns);
    byte[] json;
    try {
      json = Conversation.of(turns).toJson().getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ConversationStoreException(String.valueOf(e.getMessage()), e);
    }
    if (header.length + json.length > LONGEST) {
      throw new ConversationStoreException(
          "It is longer than " + LONGEST + " bytes, the most that is kept in Redis.", null);
    }
    return ByteBuffer.allocate(header.length + json.length).put(header).put(json).array();
  }

  /**
   * Reads the value of a conversation.
   *
   * @throws ConversationStoreException if it is damaged, another conversation's, or without a valid
   *     signature
   */
  List<Turn> read(String id, byte[] value) throws ConversationStoreException {
    if (value.length > LONGEST || value.length <= HEADER) {
      throw damaged();
    }
    String json = new String(value, HEADER, value.length - HEADER, StandardCharsets.UTF_8);
    List<Turn> turns;
    try {
      turns = Conversation.fromJson(json).turns();
    } catch (ConversationFormatException e) {
      throw damaged();
    }
    // No comparison in constant time is needed: a caller cannot try values.
    if (!Arrays.equals(header(id, turns), Arrays.copyOf(value, HEADER))) {
      throw damaged();
    }
    return turns;
  }

  private ConversationStoreException damaged() {
    return new ConversationStoreException(
        "What Redis holds of it is damaged"
            + (signed
                ? ", or not signed with the present stepwright.conversations.secret"
                : ", or was written by a later release")
            + ". Nothing of it is used. Remove the conversation to begin it anew.",
        null);
  }
}
