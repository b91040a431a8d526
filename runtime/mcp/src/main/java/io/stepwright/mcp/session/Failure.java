package io.stepwright.mcp.session;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Signals a request without a result.
 *
 * <p>The message is for developers and holds no secret; {@link #serverText} is what a server wrote.
 */
public final class Failure extends Exception {

  private static final long serialVersionUID = 1L;

  /** The fate of the request, as far as it is known. */
  public enum Kind {
    /** The request has not reached the server: it may be sent again. */
    NOT_SENT(true),
    /** The server has refused the request because it does not know the session. */
    SESSION_UNKNOWN(true),
    /** The session ended before the answer came. */
    LOST(true),
    /** The answer did not come in time. */
    TIMEOUT(false),
    /** The server has answered with an error. */
    ERROR(false),
    /** The server has answered with something that the protocol does not allow. */
    PROTOCOL(true);

    private final boolean endsSession;

    Kind(boolean endsSession) {
      this.endsSession = endsSession;
    }
  }

  private final Kind kind;
  private final int code;
  private final @Nullable String serverText;

  /** Makes a failure. */
  public Failure(Kind kind, String message) {
    this(kind, message, 0, null);
  }

  private Failure(Kind kind, String message, int code, @Nullable String serverText) {
    super(Objects.requireNonNull(message), null, false, false);
    this.kind = kind;
    this.code = code;
    this.serverText = serverText;
  }

  /** Makes a failure from an error of JSON-RPC. */
  static Failure error(int code, String text) {
    return new Failure(Kind.ERROR, "it answered with the error " + code, code, text);
  }

  /** The message. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** The fate of the request, as far as it is known. */
  public Kind kind() {
    return kind;
  }

  /** The code of an error of the server, else 0. */
  public int code() {
    return code;
  }

  /** The text of an error of the server; null if it is no such error. */
  public @Nullable String serverText() {
    return serverText;
  }

  /** Tells whether the session is of no use any more. */
  public boolean endsSession() {
    return kind.endsSession;
  }

  /** Tells whether the request may be sent again, because the server has not seen it. */
  public boolean isUnseen() {
    return kind == Kind.NOT_SENT || kind == Kind.SESSION_UNKNOWN;
  }

  /** Returns this failure of a request that changes nothing, which may always be sent again. */
  public Failure harmless() {
    return kind == Kind.LOST ? new Failure(Kind.NOT_SENT, message()) : this;
  }
}
