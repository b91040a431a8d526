package io.stepwright.redis.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A bad line to a server: it delays and changes answers, and breaks connections. Thread-safe. */
public final class LoopbackProxy implements AutoCloseable {

  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile Duration delay = Duration.ZERO;
  private volatile UnaryOperator<byte[]> change = UnaryOperator.identity();

  /** Passes on to a port. */
  public LoopbackProxy(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** {@code redis://127.0.0.1:port}. */
  public String url() {
    return "redis://127.0.0.1:" + listener.getLocalPort();
  }

  /** Every piece of an answer comes this much later. */
  public void delay(Duration time) {
    delay = time;
  }

  /** Every piece of an answer is changed so. */
  public void change(UnaryOperator<byte[]> operator) {
    change = operator;
  }

  /** How many connections there have been. */
  public int accepted() {
    return accepted.get();
  }

  /** Breaks all connections as a crash does. */
  public void reset() {
    for (Socket socket : open) {
      try {
        socket.setSoLinger(true, 0);
        socket.close();
      } catch (IOException e) {
        // It is closed already.
      }
      open.remove(socket);
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reset();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        accepted.incrementAndGet();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        daemon(() -> pass(client, server, false));
        daemon(() -> pass(server, client, true));
      } catch (IOException e) {
        // Closed, or the server is away: the client notices by itself.
      }
    }
  }

  private void pass(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[65_536];
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        byte[] piece = Arrays.copyOf(buffer, n);
        if (answers) {
          TimeUnit.NANOSECONDS.sleep(delay.toNanos());
          piece = change.apply(piece);
        }
        out.write(piece);
      }
    } catch (IOException e) {
      // One side has ended; so does the other.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void daemon(Runnable body) {
    Thread thread = new Thread(body, "loopback-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
