package io.stepwright.minilm;

import io.stepwright.spi.cache.Embedder;
import io.stepwright.spi.cache.EmbedderSettings;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketImpl;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Embeds a text in a JVM where no socket can be created, and prints the number of attempts. It
 * counts {@link Socket}, which URLs and their proxies use; {@link CountingSelectors} counts
 * channels.
 */
final class ConnectionCounter {

  static final AtomicInteger WANTED = new AtomicInteger();

  private ConnectionCounter() {}

  @SuppressWarnings("deprecation") // There is no other way to see every socket of a process.
  public static void main(String[] arguments) throws Exception {
    Socket.setSocketImplFactory(ConnectionCounter::refuse);
    try {
      EmbedderSettings settings = new EmbedderSettings(null, null, null);
      try (Embedder embedder = new MiniLmEmbedderFactory().create(settings)) {
        System.out.println("dimensions: " + embedder.embed("How do I cancel?").vector().length);
      }
    } finally {
      System.out.println("connections: " + WANTED.get());
    }
  }

  private static SocketImpl refuse() {
    WANTED.incrementAndGet();
    throw new UncheckedIOException(new ConnectException("There is no network here."));
  }
}
