package io.stepwright.openai.reply;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error as a server reports it. Immutable.
 *
 * @param codes the error codes; unknown ones are replaced by {@code other}, because a server may
 *     put anything there
 * @param status the HTTP status that the error names, from 400 to 599, or {@link #NO_STATUS}
 * @param message the message, or null. It may quote the prompt or the key.
 */
public record ServerError(List<String> codes, int status, @Nullable String message) {

  /** The status of an error that names none. */
  public static final int NO_STATUS = 0;

  /** An error without any details. */
  public static final ServerError UNKNOWN = new ServerError(List.of(), NO_STATUS, null);

  /** Copies the list. */
  public ServerError {
    codes = List.copyOf(codes);
  }

  /** The category of an error, if it changes the remedy. */
  public enum Category {
    /** A filter of the provider refused the prompt. */
    FILTERED,
    /** The prompt is longer than the model takes. */
    TOO_LONG,
    /** The API key is wrong. */
    KEY,
    /** The quota is exhausted. */
    SPENT,
    /** The model wrote an answer without the form that was asked for. */
    MISSHAPEN,
    /** Any other category. */
    OTHER
  }

  /** Returns the category, by the codes, else by known phrases of the message. */
  public Category category() {
    for (String code : codes) {
      Category known = KnownCodes.category(code);
      if (known != Category.OTHER) {
        return known;
      }
    }
    return message == null
        ? Category.OTHER
        : KnownPhrases.category(message.toLowerCase(Locale.ROOT));
  }

  /** Returns the text {@code (429, rate_limit_exceeded)}, for messages. */
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
