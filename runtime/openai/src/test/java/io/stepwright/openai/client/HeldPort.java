package io.stepwright.openai.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Accepts connections at once, but forwards their bytes to a server only after it is opened. */
final class HeldPort implements AutoCloseable {

  private final ServerSocket entrance;
  private final int target;
  private final CountDownLatch open = new CountDownLatch(1);
  private final Semaphore accepted = new Semaphore(0);
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  HeldPort(int target) throws IOException {
    this.target = target;
    entrance = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    daemon(this::accept);
  }

  URI url(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + entrance.getLocalPort() + "/v1");
  }

  void awaitConnections(int number) throws InterruptedException {
    if (!accepted.tryAcquire(number, 30, TimeUnit.SECONDS)) {
      throw new AssertionError("no connection");
    }
  }

  void open() {
    open.countDown();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = entrance.accept();
        sockets.add(client);
        accepted.release();
        daemon(() -> connect(client));
      }
    } catch (IOException e) {
      if (!entrance.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void connect(Socket client) {
    try {
      open.await();
      Socket server = new Socket(InetAddress.getByName("127.0.0.1"), target);
      sockets.add(server);
      daemon(() -> copy(server, client));
      copy(client, server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One side has closed its connection, which is how every copy ends.
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "held-port");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    open();
  }
}
