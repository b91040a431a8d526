package io.stepwright.openai.client;

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

/** Thrown if a request got no response, or the response could not be read. */
final class TransportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The kind of a failure. */
  enum Kind {
    /** The time limit of the attempt was reached. */
    TIMEOUT,
    /** The time limit of the attempt was reached before the classes of the client were loaded. */
    NOT_READY,
    /** The calling thread was interrupted; its flag is cleared. */
    INTERRUPTED,
    /** No connection could be made, and the request was not sent. */
    UNREACHABLE,
    /** The name of the server cannot be resolved. */
    UNKNOWN_HOST,
    /** The server accepted no connection in time. */
    NO_CONNECTION,
    /** The server answers without encryption to an encrypted request. */
    PLAIN,
    /** Client and server cannot agree on encryption. */
    TLS,
    /** The response is larger than the limit. */
    TOO_LARGE,
    /** The response has an unknown coding. */
    CODED,
    /** This process lacks a resource. */
    LACKING,
    /** The connection broke. */
    BROKEN
  }

  /** Common part of the JDK's messages for bytes that are not a TLS record. */
  private static final String NOT_ENCRYPTED = "unrecognized ssl message";

  private final Kind kind;

  TransportException(Kind kind, @Nullable IOException cause) {
    super(kind.name(), cause);
    this.kind = kind;
  }

  /** Classifies a failure of the request or of reading the response. */
  static TransportException of(IOException failure) {
    return new TransportException(kind(failure), failure);
  }

  private static Kind kind(IOException failure) {
    if (ResourceShortage.of(failure) != null) {
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
      } else if (t instanceof UnknownHostException) {
        return Kind.UNKNOWN_HOST;
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
