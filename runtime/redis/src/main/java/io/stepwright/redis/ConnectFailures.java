package io.stepwright.redis;

import io.stepwright.spi.cache.CacheStoreException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisDataException;

/** Explains failures to connect, with a remedy and without quoting any data. */
final class ConnectFailures {

  private static final String URL = "stepwright.cache.redis.url";

  private ConnectFailures() {}

  /** Makes the exception for a failure while a connection was being opened. */
  static CacheStoreException exception(
      RedisUrl url, Transport transport, Duration limit, RuntimeException failure) {
    if (failure instanceof JedisDataException error) {
      return ServerErrors.exception(url.address(), "the connection", error);
    }
    IOException io = Failures.io(failure);
    String reason = TlsFailures.reason(failure);
    if (reason == null
        && transport.phase() == Transport.Phase.GREETING
        && !url.tls()
        && isTls(io)) {
      reason = "This port speaks TLS: write rediss:// in " + URL + ".";
    }
    if (reason != null) {
      return CacheStoreException.lasting(start(url) + reason, io);
    }
    String message = start(url) + broken(url, transport, limit, io);
    return isBroken(transport, io)
        ? CacheStoreException.lasting(message, io)
        : new CacheStoreException(message, io);
  }

  private static String start(RedisUrl url) {
    return "Redis at " + url.address() + " cannot be reached. ";
  }

  private static boolean isTls(@Nullable IOException io) {
    return io instanceof StrangeReplyException strange && strange.isTls();
  }

  /**
   * Tells whether a server accepted a connection and closed it without a reply: it is no Redis, or
   * expects TLS.
   */
  private static boolean isBroken(Transport transport, @Nullable IOException io) {
    return transport.phase() != Transport.Phase.CONNECTING && !isLate(transport, io);
  }

  private static boolean isLate(Transport transport, @Nullable IOException io) {
    return transport.remaining() <= 0 || io instanceof SocketTimeoutException;
  }

  private static String broken(
      RedisUrl url, Transport transport, Duration limit, @Nullable IOException io) {
    if (io instanceof StrangeReplyException) {
      return "The server there is not Redis: check host and port in " + URL + ".";
    }
    if (io instanceof UnknownHostException) {
      return "Its host name cannot be resolved: check " + URL + ".";
    }
    if (io instanceof ConnectException || io instanceof NoRouteToHostException) {
      return "No server accepts connections there: " + io.getMessage() + ".";
    }
    boolean late = isLate(transport, io);
    return switch (transport.phase()) {
      case CONNECTING -> late ? "It took longer than " + limit.toMillis() + " ms." : said(io);
      case ENCRYPTING ->
          (late
                  ? "It did not answer the TLS handshake within " + limit.toMillis() + " ms."
                  : "It broke the connection during the TLS handshake.")
              + " Does this port speak TLS? If not, write redis:// in "
              + URL
              + ".";
      case GREETING ->
          late
              ? "It did not answer within " + limit.toMillis() + " ms."
              : "It broke the connection before it answered. "
                  + (url.tls()
                      ? "If it requires a client certificate, set javax.net.ssl.keyStore."
                      : "If this port speaks TLS, write rediss:// in " + URL + ".");
    };
  }

  private static String said(@Nullable IOException io) {
    return io == null ? "The reason is not known." : io.getClass().getName() + ".";
  }
}
