package io.stepwright.redis.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A proxy that simulates a bad connection to a server: it delays and changes answers, and breaks
 * connections. Thread-safe.
 */
public final class LoopbackProxy implements AutoCloseable {

  private final ServerSocket listener;
  private volatile int target;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile Duration delay = Duration.ZERO;
  private volatile Duration greetingDelay = Duration.ZERO;
  private volatile UnaryOperator<byte[]> change = UnaryOperator.identity();
  private volatile Predicate<String> attacked = request -> false;
  private volatile Attack attack = out -> {};
  private volatile Consumer<String> observer = request -> {};
  private volatile boolean deaf;

  /** Answers in place of the server. */
  public interface Attack {
    /** Writes any bytes, as long as the client accepts them. */
    void answer(OutputStream out) throws IOException, InterruptedException;
  }

  /** Creates a proxy that forwards to a port. */
  public LoopbackProxy(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /** Returns {@code redis://127.0.0.1:port}. */
  public String url() {
    return "redis://127.0.0.1:" + listener.getLocalPort();
  }

  /** Delays every piece of an answer. */
  public void delay(Duration time) {
    delay = time;
  }

  /** Delays the first piece of an answer on each new connection. */
  public void greetingDelay(Duration time) {
    greetingDelay = time;
  }

  /** Forwards new connections to another port; existing ones stay. */
  public void redirect(int port) {
    target = port;
  }

  /** Answers requests that contain a text in place of the server. */
  public void attack(String text, Attack answers) {
    attack = answers;
    attacked = request -> request.contains(text);
  }

  /** Passes each piece of a request to a consumer, with bytes as characters. */
  public void observe(Consumer<String> requests) {
    observer = requests;
  }

  /** Stops reading from clients. */
  public void deafen() {
    deaf = true;
  }

  /** Changes every piece of an answer. */
  public void change(UnaryOperator<byte[]> operator) {
    change = operator;
  }

  /** Returns the number of connections so far. */
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
        // The socket is closed already.
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
        daemon(() -> requests(client, server));
        daemon(() -> answers(server, client));
      } catch (IOException e) {
        // The proxy is closed, or the server is away, which the client notices by itself.
      }
    }
  }

  private void requests(Socket client, Socket server) {
    byte[] buffer = new byte[65_536];
    try (client;
        server;
        InputStream in = client.getInputStream();
        OutputStream out = server.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        String request = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
        observer.accept(request);
        if (attacked.test(request)) {
          attack.answer(client.getOutputStream());
        } else {
          out.write(buffer, 0, n);
        }
        while (deaf) {
          TimeUnit.MILLISECONDS.sleep(10);
        }
      }
    } catch (IOException e) {
      // One side has ended, so the other ends, too.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answers(Socket server, Socket client) {
    byte[] buffer = new byte[65_536];
    Duration first = greetingDelay;
    try (server;
        client;
        InputStream in = server.getInputStream();
        OutputStream out = client.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        TimeUnit.NANOSECONDS.sleep(delay.plus(first).toNanos());
        first = Duration.ZERO;
        out.write(change.apply(Arrays.copyOf(buffer, n)));
      }
    } catch (IOException e) {
      // One side has ended, so the other ends, too.
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
