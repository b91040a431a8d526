package io.stepwright.openai;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A request that brought no response. Unchecked and none of the SDK's own exceptions, so that it
 * passes through the SDK unchanged.
 */
final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kept the response from coming. */
  enum Kind {
    /** The time of the attempt is over. */
    TIMEOUT,
    /** The calling thread was interrupted; its flag is cleared. */
    INTERRUPTED,
    /** There is no connection, and the request was not sent. */
    UNREACHABLE,
    /** The name of the server has no address. */
    UNKNOWN_HOST,
    /** The server took no connection in time. */
    NO_CONNECTION,
    /** The server answers without encryption to a request with it. */
    PLAIN,
    /** Client and server do not agree on encryption. */
    TLS,
    /** The response is larger than it may be. */
    TOO_LARGE,
    /** The response is coded in a way that is not known here. */
    CODED,
    /** This process lacks something. */
    LACKING,
    /** The connection broke. */
    BROKEN
  }

  /** The JDK's words, in each of its wordings, for bytes that are no record of TLS. */
  private static final String NOT_ENCRYPTED = "unrecognized ssl message";

  private final Kind kind;

  TransportException(Kind kind, @Nullable IOException cause) {
    super(kind.name(), cause);
    this.kind = kind;
  }

  /** A failure while the request was under way or the response was read. */
  static TransportException of(IOException failure) {
    return new TransportException(kind(failure), failure);
  }

  private static Kind kind(IOException failure) {
    if (Lack.of(failure) != null) {
      return Kind.LACKING;
    }
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof BoundedBody.TooLargeException) {
        return Kind.TOO_LARGE;
      } else if (t instanceof ContentCodings.UnknownException) {
        return Kind.CODED;
      } else if (t instanceof InterruptedIOException) {
        return Kind.INTERRUPTED;
      } else if (t instanceof HttpConnectTimeoutException) {
        return Kind.NO_CONNECTION;
      } else if (t instanceof ConnectException) {
        return isUnresolved(t) ? Kind.UNKNOWN_HOST : Kind.UNREACHABLE;
      } else if (t instanceof HttpTimeoutException) {
        return Kind.TIMEOUT;
      } else if (t instanceof SSLException) {
        return String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT).contains(NOT_ENCRYPTED)
            ? Kind.PLAIN
            : Kind.TLS;
      }
    }
    return Kind.BROKEN;
  }

  private static boolean isUnresolved(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof UnresolvedAddressException || t instanceof UnknownHostException) {
        return true;
      }
    }
    return false;
  }

  Kind kind() {
    return kind;
  }
}
