package io.stepwright.openai.reply;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a server says went wrong. Immutable.
 *
 * @param codes the words by which it names the error to programs, those that are known as they are
 *     usually written and all others as {@code other}: such a word may hold anything
 * @param status the HTTP status that it names, from 400 to 599, or {@link #NO_STATUS}
 * @param message its words for people, or null. They may quote the prompt or the key
 */
public record ServerError(List<String> codes, int status, @Nullable String message) {

  /** The status of an error that names none. */
  public static final int NO_STATUS = 0;

  /** An error of which nothing is known. */
  public static final ServerError UNKNOWN = new ServerError(List.of(), NO_STATUS, null);

  /** Copies the list. */
  public ServerError {
    codes = List.copyOf(codes);
  }

  /** What an error is about, where that changes what to do. */
  public enum Matter {
    /** A filter of the provider refused the prompt. */
    FILTERED,
    /** The prompt is longer than the model takes. */
    TOO_LONG,
    /** The API key is wrong. */
    KEY,
    /** The quota is spent. */
    SPENT,
    /** Anything else. */
    OTHER
  }

  /** What it is about: by its codes, else by phrases of its message that servers are known for. */
  public Matter matter() {
    for (String code : codes) {
      Matter known = KnownCodes.matter(code);
      if (known != Matter.OTHER) {
        return known;
      }
    }
    return message == null ? Matter.OTHER : KnownPhrases.matter(message.toLowerCase(Locale.ROOT));
  }

  /** For messages: {@code (429, rate_limit_exceeded)}. */
  public String with(int status) {
    return codes.isEmpty()
        ? "(" + status + ")"
        : "(" + status + ", " + String.join(", ", codes) + ")";
  }

  /** Leaves out the message. */
  @Override
  public String toString() {
    return "ServerError[codes=" + codes + ", status=" + status + "]";
  }
}
