package io.stepwright.openai.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that sends any bytes, one response per connection. Thread-safe. */
final class RawServer implements AutoCloseable {

  /** The response to a request. */
  interface Script {

    /**
     * Sends a response with its head.
     *
     * @param path that of the request
     */
    void respond(String path, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket entrance;
  private final Script script;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  RawServer(Script script) throws IOException {
    this.script = script;
    entrance = new ServerSocket(0, 200, InetAddress.getByName("127.0.0.1"));
    daemon(this::accept);
  }

  /** Starts a server that sends one response to all requests. */
  static RawServer of(String head, byte[] body) throws IOException {
    return new RawServer(
        (path, out) -> {
          out.write(head(head, body.length));
          out.write(body);
        });
  }

  /**
   * Returns the head of a response, such as {@code 200 OK\r\nX: y}, with the length of its body.
   */
  static byte[] head(String head, long length) {
    return ("HTTP/1.1 " + head + "\r\nContent-Length: " + length + "\r\n\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  String url(String path) {
    return "http://127.0.0.1:" + entrance.getLocalPort() + path;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = entrance.accept();
        sockets.add(socket);
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      if (!entrance.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      String first = line(in);
      int length = 0;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String[] parts = line.split(":", 2);
        // A client that disconnects may have sent half a line.
        if (parts.length == 2 && parts[0].toLowerCase(Locale.ROOT).equals("content-length")) {
          length = Integer.parseInt(parts[1].strip());
        }
      }
      in.readNBytes(length);
      OutputStream out = socket.getOutputStream();
      script.respond(first.split(" ")[1], out);
      out.flush();
    } catch (IOException e) {
      // The client has disconnected, as it should for most of these responses.
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      sockets.remove(socket);
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).strip();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
