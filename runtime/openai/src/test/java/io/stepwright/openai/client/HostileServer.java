package io.stepwright.openai.client;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Sends the response that the path describes: {@code /<status>/<how>/<junk>/<bytes>}. */
final class HostileServer {

  private static final long BOMB = 1L << 26;

  private HostileServer() {}

  static RawServer start() throws IOException {
    return new RawServer(HostileServer::respond);
  }

  private static void respond(String path, OutputStream out)
      throws IOException, InterruptedException {
    String[] parts = path.split("/");
    Junk junk = Junk.valueOf(parts[3]);
    long size = Long.parseLong(parts[4]);
    String status = "HTTP/1.1 " + parts[1] + " X\r\n";
    switch (parts[2]) {
      case "cut" -> {
        head(out, status + "Connection: close\r\n");
        BufferedOutputStream buffered = new BufferedOutputStream(out, 64 * 1024);
        junk.write(buffered, size);
        buffered.flush();
      }
      case "endless" -> {
        head(out, status + "Connection: close\r\n");
        junk.write(new BufferedOutputStream(out, 64 * 1024), Long.MAX_VALUE);
      }
      case "held" -> {
        head(out, status + "Connection: close\r\n");
        BufferedOutputStream buffered = new BufferedOutputStream(out, 64 * 1024);
        junk.write(buffered, size);
        buffered.flush();
        Thread.sleep(600_000);
      }
      case "dripping" -> {
        head(out, status + "Connection: close\r\n");
        while (true) {
          out.write(' ');
          out.flush();
          Thread.sleep(5);
        }
      }
      case "bomb" -> {
        head(out, status + "Connection: close\r\nContent-Encoding: gzip\r\n");
        GZIPOutputStream zipped = new GZIPOutputStream(out, 64 * 1024);
        junk.write(new BufferedOutputStream(zipped, 64 * 1024), BOMB);
      }
      default -> throw new IllegalArgumentException(path);
    }
  }

  private static void head(OutputStream out, String head) throws IOException {
    out.write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}
