package io.stepwright.benchmarks.server;

import io.stepwright.benchmarks.flow.Question;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Answers every {@link Question} after a delay. One thread does all work, with a queue of pending
 * answers, so that held requests cost nothing.
 */
public final class HeldServer implements AutoCloseable {

  private static final int BACKLOG = 8_192;

  private final ServerSocketChannel listener;
  private final Selector selector;
  private final ToIntFunction<Question> millis;
  private final PriorityQueue<Held> held =
      new PriorityQueue<>(Comparator.comparingLong(answer -> answer.at() - START));
  private final Thread thread = new Thread(this::serve, "model-server");
  private volatile boolean closed;

  private static final long START = System.nanoTime();

  private record Held(long at, Connection connection, Question question) {}

  private HeldServer(
      ServerSocketChannel listener, Selector selector, ToIntFunction<Question> millis) {
    this.listener = listener;
    this.selector = selector;
    this.millis = millis;
  }

  /**
   * Starts a server on a free port of the loopback interface.
   *
   * @param millis returns the time in milliseconds for which a question is held
   */
  public static HeldServer start(ToIntFunction<Question> millis) throws IOException {
    ServerSocketChannel listener = ServerSocketChannel.open();
    listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    listener.configureBlocking(false);
    Selector selector = Selector.open();
    listener.register(selector, SelectionKey.OP_ACCEPT);
    HeldServer server = new HeldServer(listener, selector, millis);
    server.thread.setDaemon(true);
    server.thread.start();
    return server;
  }

  /** Returns the URL for clients, with {@code /v1}. */
  public String url() throws IOException {
    int port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
    return "http://127.0.0.1:" + port + "/v1";
  }

  private void serve() {
    try {
      while (!closed) {
        Held next = held.peek();
        if (next == null) {
          selector.select(this::handle);
        } else {
          long wait = TimeUnit.NANOSECONDS.toMillis(next.at() - System.nanoTime() + 999_999);
          if (wait > 0) {
            selector.select(this::handle, wait);
          } else {
            selector.selectNow(this::handle);
          }
        }
        answerDue();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void answerDue() {
    for (Held next = held.peek();
        next != null && next.at() - System.nanoTime() <= 0;
        next = held.peek()) {
      held.remove();
      next.connection().answer(next.question());
    }
  }

  private void handle(SelectionKey key) {
    if (key.isAcceptable()) {
      accept();
    } else if (key.isReadable()) {
      Connection connection = (Connection) key.attachment();
      Question question = connection.read();
      while (question != null) {
        long at = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis.applyAsInt(question));
        held.add(new Held(at, connection, question));
        question = connection.next();
      }
    }
  }

  private void accept() {
    try {
      for (SocketChannel channel = listener.accept();
          channel != null;
          channel = listener.accept()) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.register(selector, SelectionKey.OP_READ, new Connection(channel));
      }
    } catch (IOException e) {
      System.err.println("The model server could not accept a connection: " + e.getMessage());
    }
  }

  /** Closes all connections. */
  @Override
  public void close() throws IOException, InterruptedException {
    closed = true;
    selector.wakeup();
    thread.join();
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
    listener.close();
  }
}
