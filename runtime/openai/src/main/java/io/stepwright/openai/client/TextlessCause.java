package io.stepwright.openai.client;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception that shows its class and stack trace, but not its message: messages of
 * parsers and of HTTP clients quote the server, which may send back the prompt or the key. Only
 * messages that the JDK itself words are kept.
 */
final class TextlessCause extends Exception {

  private static final long serialVersionUID = 1L;

  private static final List<Class<? extends Exception>> WORDED_BY_JDK =
      List.of(
          SocketException.class,
          HttpTimeoutException.class,
          SSLException.class,
          GeneralSecurityException.class,
          ClosedChannelException.class,
          UnresolvedAddressException.class,
          EOFException.class);

  private static final String OURS = "io.stepwright.";

  private TextlessCause(Throwable original, @Nullable Throwable cause) {
    super(original.getClass().getName() + message(original), cause, false, true);
    setStackTrace(original.getStackTrace());
  }

  /** Copies a chain of causes. */
  static @Nullable TextlessCause of(@Nullable Throwable original) {
    return of(original, 10);
  }

  private static @Nullable TextlessCause of(@Nullable Throwable original, int depth) {
    if (original == null || depth == 0) {
      return null;
    }
    TextlessCause cause = of(original.getCause(), depth - 1);
    return isOurs(original) || isHowNotConnected(original)
        ? cause
        : new TextlessCause(original, cause);
  }

  /** Tells whether an exception only carries a failure, which our own message describes. */
  private static boolean isOurs(Throwable original) {
    return original.getClass().getName().startsWith(OURS);
  }

  /**
   * Tells whether an exception is the JDK's report of a connection that was never made; "closed"
   * would mislead.
   */
  private static boolean isHowNotConnected(Throwable original) {
    return original instanceof ClosedChannelException && original.getMessage() == null;
  }

  private static String message(Throwable original) {
    // The class itself, not its subclasses: those quote malformed responses.
    boolean worded =
        (original.getClass() == IOException.class && original.getCause() == null)
            || WORDED_BY_JDK.stream().anyMatch(type -> type.isInstance(original));
    return worded && original.getMessage() != null ? ": " + original.getMessage() : "";
  }

  /** Leaves out the name of this class. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // The message begins with a class name already.
  public String toString() {
    return String.valueOf(getMessage());
  }
}
