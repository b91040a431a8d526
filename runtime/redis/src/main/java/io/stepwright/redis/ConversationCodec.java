package io.stepwright.redis;

import io.stepwright.spi.ConversationStoreException;
import io.stepwright.spi.Part;
import io.stepwright.spi.Turn;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Converts conversations to one value each: a header of fixed length with the number of turns and
 * their signature, and for each turn a letter for its author, the length of its text in bytes, and
 * the text in UTF-8. The header depends on the identifier and the turns alone, so the server can
 * compare it with that of the turns that a caller expects. Thread-safe.
 */
final class ConversationCodec {

  /** The length of a header in bytes. */
  static final int HEADER = 81;

  /** The maximum length of a value in bytes. */
  static final int LONGEST = EntryCodec.LONGEST;

  /** The maximum number of turns: in memory, a short turn is much larger than its bytes. */
  static final int MOST_TURNS = 10_000;

  // A turn of another kind is to have another letter, which this reader refuses.
  private static final byte USER = 'u';
  private static final byte MODEL = 'm';

  /** The length of author and length. */
  private static final int TURN = 1 + Integer.BYTES;

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
    ByteArrayOutputStream value = new ByteArrayOutputStream(4096);
    value.writeBytes(header(id, turns));
    for (Turn turn : turns) {
      byte[] text = turn.display().getBytes(StandardCharsets.UTF_8);
      value.writeBytes(ByteBuffer.allocate(TURN).put(author(turn)).putInt(text.length).array());
      value.writeBytes(text);
      if (value.size() > LONGEST || turns.size() > MOST_TURNS) {
        throw new ConversationStoreException(
            String.format(
                Locale.ROOT,
                "It has more than %d bytes or %d turns, the most that is kept in Redis.",
                LONGEST,
                MOST_TURNS),
            null);
      }
    }
    return value.toByteArray();
  }

  private static byte author(Turn turn) throws ConversationStoreException {
    if (turn instanceof Turn.User user
        && user.parts().size() == 1
        && user.parts().get(0) instanceof Part.Text) {
      return USER;
    }
    if (turn instanceof Turn.Model model && model.calls().isEmpty()) {
      return MODEL;
    }
    throw new ConversationStoreException(
        "It has turns that are not of a user or a model, or no texts.", null);
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
    List<Turn> turns = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(value, HEADER, value.length - HEADER);
    while (rest.hasRemaining()) {
      if (turns.size() == MOST_TURNS) {
        throw damaged();
      }
      turns.add(turn(rest));
    }
    // No comparison in constant time is needed: a caller cannot try values.
    if (!Arrays.equals(header(id, turns), Arrays.copyOf(value, HEADER))) {
      throw damaged();
    }
    return List.copyOf(turns);
  }

  private Turn turn(ByteBuffer rest) throws ConversationStoreException {
    if (rest.remaining() < TURN) {
      throw damaged();
    }
    byte author = rest.get();
    int length = rest.getInt();
    if (length < 0 || length > rest.remaining()) {
      throw damaged();
    }
    byte[] bytes = new byte[length];
    rest.get(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (author) {
      case USER -> new Turn.User(text);
      case MODEL -> new Turn.Model(text);
      default -> throw damaged();
    };
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
