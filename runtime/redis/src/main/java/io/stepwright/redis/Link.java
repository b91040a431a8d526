package io.stepwright.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisSocketFactory;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * The way to the server of one connection, and when it is cut: whatever the other side does or does
 * not, no thread is held longer. One thread uses it, and any thread may cut it.
 */
final class Link implements JedisSocketFactory {

  /** How far a connection has got. */
  enum Phase {
    CONNECTING,
    ENCRYPTING,
    GREETING
  }

  private static final long UNUSED = 0;
  private static final long CUT = 1;

  private final RedisUrl url;
  private volatile Phase phase = Phase.CONNECTING;
  private volatile @Nullable Socket socket;
  private @Nullable ReplyBounds replies;

  /** As {@link System#nanoTime}, or one of the two below. */
  private final AtomicLong deadline = new AtomicLong(UNUSED);

  /** Of the thread that uses it. */
  private volatile long lastDeadline;

  /** Not connected yet. */
  Link(RedisUrl url) {
    this.url = url;
  }

  Phase phase() {
    return phase;
  }

  /** Something begins that may take so long, and have so many bytes of replies. */
  void begin(Duration limit, long bytes) {
    long end = System.nanoTime() + limit.toNanos();
    lastDeadline = end == UNUSED || end == CUT ? end + 2 : end;
    deadline.compareAndSet(UNUSED, lastDeadline);
    allow(bytes);
  }

  /** From now on so many bytes of replies may come. */
  void allow(long bytes) {
    ReplyBounds bounds = replies;
    if (bounds != null) {
      bounds.allow(bytes);
    }
  }

  /** It has ended. */
  void end() {
    deadline.compareAndSet(lastDeadline, UNUSED);
  }

  /** Whether something has begun and not ended. */
  boolean isInUse() {
    long end = deadline.get();
    return end != UNUSED && end != CUT;
  }

  boolean isCut() {
    return deadline.get() == CUT;
  }

  /** How much time is left for what has begun last, in nanoseconds. */
  long remaining() {
    return lastDeadline - System.nanoTime();
  }

  /** Cuts it, if the time of what is under way is over; never what has begun since. */
  void cutIfLate() {
    long end = deadline.get();
    if (end != UNUSED
        && end != CUT
        && end - System.nanoTime() <= 0
        && deadline.compareAndSet(end, CUT)) {
      closeSocket();
    }
  }

  /** Cuts it, without waiting for the other side. */
  void cut() {
    deadline.set(CUT);
    closeSocket();
  }

  private void closeSocket() {
    Socket current = socket;
    if (current != null) {
      try {
        current.close();
      } catch (IOException e) {
        // Then it is of no use either.
      }
    }
  }

  @Override
  public Socket createSocket() {
    try {
      Socket connected = connect();
      connected.setTcpNoDelay(true);
      connected.setKeepAlive(true);
      if (url.tls()) {
        phase = Phase.ENCRYPTING;
        connected = encrypt(connected);
      }
      phase = Phase.GREETING;
      connected.setSoTimeout(millisLeft());
      ReplyBounds bounds = new ReplyBounds(connected.getInputStream());
      bounds.allow(ClientSetup.GREETING_BYTES);
      replies = bounds;
      return new BoundedSocket(connected, bounds);
    } catch (IOException e) {
      cut();
      throw new JedisConnectionException(e);
    }
  }

  /** To the first of the name's addresses that takes the connection; each has its share of time. */
  private Socket connect() throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(url.host());
    IOException failure = null;
    for (int i = 0; i < addresses.length; i++) {
      try {
        Socket trying = new Socket();
        socket = trying;
        if (isCut()) {
          trying.close(); // Between these lines.
        }
        trying.connect(
            new InetSocketAddress(addresses[i], url.port()),
            Math.max(1, millisLeft() / (addresses.length - i)));
        return trying;
      } catch (IOException e) {
        failure = failure == null ? e : failure;
      }
    }
    throw failure == null ? new IOException("no address") : failure;
  }

  /** With what the JVM trusts, and its own certificate if it has one; checks the host's name. */
  private Socket encrypt(Socket connected) throws IOException {
    SSLContext context;
    try {
      context = SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new UnreadableCertificatesException(e);
    }
    SSLSocket encrypted =
        (SSLSocket)
            context.getSocketFactory().createSocket(connected, url.host(), url.port(), true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    encrypted.setSSLParameters(parameters);
    connected.setSoTimeout(millisLeft());
    encrypted.startHandshake();
    return encrypted;
  }

  private int millisLeft() {
    return ClientSetup.millis(Duration.ofNanos(Math.max(0, remaining())));
  }

  /** The certificates of this JVM cannot be read. */
  static final class UnreadableCertificatesException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableCertificatesException(Throwable cause) {
      super(cause);
    }
  }
}
