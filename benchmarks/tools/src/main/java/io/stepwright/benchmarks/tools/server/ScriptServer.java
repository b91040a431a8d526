package io.stepwright.benchmarks.tools.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that holds results of tools with the answer, and any other with calls. A thread
 * for each connection does little more than to copy bytes.
 */
public final class ScriptServer implements AutoCloseable {

  private final ServerSocket listener;
  private final byte[] calls;
  private final byte[] answer = Script.answering();
  private final @Nullable Consumer<String> requests;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private ScriptServer(ServerSocket listener, int calls, @Nullable Consumer<String> requests) {
    this.listener = listener;
    this.calls = Script.calling(calls);
    this.requests = requests;
  }

  /**
   * Starts a server on a free port of the loopback interface.
   *
   * @param calls the number of calls in the first reply
   */
  public static ScriptServer start(int calls) throws IOException {
    return begin(calls, null);
  }

  /**
   * Starts a server.
   *
   * @param requests receives the body of each request before it is answered, on several threads
   */
  public static ScriptServer start(int calls, Consumer<String> requests) throws IOException {
    return begin(calls, requests);
  }

  private static ScriptServer begin(int calls, @Nullable Consumer<String> requests)
      throws IOException {
    ScriptServer server =
        new ScriptServer(
            new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), calls, requests);
    server.thread(server::accept);
    return server;
  }

  /** Returns the URL for clients, with {@code /v1}. */
  public String url() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/v1";
  }

  private void thread(Runnable work) {
    Thread thread = new Thread(work, "script-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        open.add(socket);
        thread(() -> serve(socket));
      }
    } catch (IOException e) {
      if (!listener.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      RequestReader reader = new RequestReader(socket.getInputStream());
      while (reader.next()) {
        if (requests != null) {
          requests.accept(reader.body());
        }
        socket.getOutputStream().write(reader.hasResults() ? answer : calls);
      }
    } catch (IOException e) {
      // The client has gone.
      return;
    } finally {
      open.remove(socket);
    }
  }

  /** Closes all connections. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
