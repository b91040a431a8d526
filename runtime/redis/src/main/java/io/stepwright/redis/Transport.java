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
 * The transport of one connection, which can be cut at its deadline: whatever the server does, no
 * thread is blocked longer. One thread uses it, and any thread may cut it.
 */
final class Transport implements JedisSocketFactory {

  /** The progress of connecting. */
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

  /** The deadline as {@link System#nanoTime}, or {@link #UNUSED} or {@link #CUT}. */
  private final AtomicLong deadline = new AtomicLong(UNUSED);

  /** Written by the thread that uses the transport. */
  private volatile long lastDeadline;

  /** Makes a transport, without connecting. */
  Transport(RedisUrl url) {
    this.url = url;
  }

  Phase phase() {
    return phase;
  }

  /** Begins an operation with a time limit and a maximum number of bytes of replies. */
  void begin(Duration limit, long bytes) {
    long end = System.nanoTime() + limit.toNanos();
    lastDeadline = end == UNUSED || end == CUT ? end + 2 : end;
    deadline.compareAndSet(UNUSED, lastDeadline);
    allow(bytes);
  }

  /** Allows so many further bytes of replies. */
  void allow(long bytes) {
    ReplyBounds bounds = replies;
    if (bounds != null) {
      bounds.allow(bytes);
    }
  }

  /** Ends the operation. */
  void end() {
    deadline.compareAndSet(lastDeadline, UNUSED);
  }

  /** Tells whether an operation is in progress. */
  boolean isInUse() {
    long end = deadline.get();
    return end != UNUSED && end != CUT;
  }

  boolean isCut() {
    return deadline.get() == CUT;
  }

  /** Returns the nanoseconds left for the last operation. */
  long remaining() {
    return lastDeadline - System.nanoTime();
  }

  /**
   * Cuts the transport if the time of the current operation is over; a later operation is not
   * affected.
   */
  void cutIfLate() {
    long end = deadline.get();
    if (end != UNUSED
        && end != CUT
        && end - System.nanoTime() <= 0
        && deadline.compareAndSet(end, CUT)) {
      closeSocket();
    }
  }

  /** Cuts the transport, without waiting for the server. */
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
        // The socket is unusable in any case.
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

  /**
   * Connects to the first address of the host that accepts the connection; each has its share of
   * the time.
   */
  private Socket connect() throws IOException {
    InetAddress[] addresses = InetAddress.getAllByName(url.host());
    IOException failure = null;
    for (int i = 0; i < addresses.length; i++) {
      try {
        Socket trying = new Socket();
        socket = trying;
        if (isCut()) {
          trying.close(); // Cut between these lines.
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

  /** Encrypts with the JVM's trust and key stores, and checks the host name. */
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

  /** Thrown if the certificates of this JVM cannot be read. */
  static final class UnreadableCertificatesException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableCertificatesException(Throwable cause) {
      super(cause);
    }
  }
}
