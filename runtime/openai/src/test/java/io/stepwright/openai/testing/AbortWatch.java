package io.stepwright.openai.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;

/**
 * Notices that an HTTP/1.1 client has disconnected before its answer is complete. Jetty itself
 * checks only when it writes or wants the next request, so one thread reads from the idle channels,
 * which never block.
 */
final class AbortWatch implements AutoCloseable {

  private static final long EVERY_NANOS = 1_000_000;

  private final Map<SocketChannel, Runnable> watched = new ConcurrentHashMap<>();
  private final ReentrantLock reading = new ReentrantLock();
  private final Thread thread = new Thread(this::watch, "model-server-watch");
  private volatile boolean closed;

  AbortWatch() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Calls back once when the client has disconnected. */
  void add(EndPoint endPoint, Runnable gone) {
    watched.put(channel(endPoint), gone);
  }

  /** Stops reading from the channel. */
  void remove(EndPoint endPoint) {
    reading.lock();
    try {
      watched.remove(channel(endPoint));
    } finally {
      reading.unlock();
    }
  }

  private static SocketChannel channel(EndPoint endPoint) {
    EndPoint inner = endPoint;
    while (inner instanceof EndPoint.Wrapper wrapper) {
      inner = wrapper.unwrap();
    }
    return ((SocketChannelEndPoint) inner).getChannel();
  }

  private void watch() {
    while (!closed) {
      watched.keySet().forEach(this::look);
      LockSupport.parkNanos(EVERY_NANOS);
    }
  }

  private void look(SocketChannel channel) {
    Runnable gone = null;
    reading.lock();
    try {
      // A byte means the end as well, of TLS: no client sends a further request before it has its
      // answer.
      if (watched.containsKey(channel) && ended(channel)) {
        gone = watched.remove(channel);
      }
    } finally {
      reading.unlock();
    }
    if (gone != null) {
      gone.run();
    }
  }

  private static boolean ended(SocketChannel channel) {
    try {
      return channel.read(ByteBuffer.allocate(1)) != 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
