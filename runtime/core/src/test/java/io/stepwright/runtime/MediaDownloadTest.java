package io.stepwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Downloads from a server on the loopback interface. */
@Timeout(120)
class MediaDownloadTest {

  private static final byte[] PDF = "%PDF-1.7 hello".getBytes(StandardCharsets.ISO_8859_1);
  private static final Duration LONG = Duration.ofSeconds(100);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch end = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch broken = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpsServer server;
  private String base;

  @BeforeEach
  void start() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(Certificate.store(), Certificate.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(threads);
    base = "https://localhost:" + server.getAddress().getPort();
    server.createContext("/a.pdf", exchange -> answer(exchange, 200, PDF));
    server.createContext("/missing", exchange -> answer(exchange, 404, PDF));
    server.createContext("/moved", exchange -> redirect(exchange, "/a.pdf"));
    server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
    server.createContext(
        "/down", exchange -> redirect(exchange, base.replace("https", "http") + "/a.pdf"));
    server.createContext("/endless", this::endless);
    server.createContext("/silent", exchange -> hang());
    server.createContext("/stuck", this::stuck);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    answer(exchange, 302, new byte[] {1});
  }

  private void endless(HttpExchange exchange) {
    byte[] part = new byte[1 << 16];
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      while (end.getCount() > 0) {
        out.write(part);
      }
    } catch (IOException e) {
      broken.countDown();
    }
  }

  private void hang() {
    asked.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void stuck(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 1_000_000);
      exchange.getResponseBody().write(PDF);
      exchange.getResponseBody().flush();
      hang();
    }
  }

  private static MediaDownload download(Duration limit) {
    return new MediaDownload(
        HttpClient.newBuilder()
            .sslContext(Certificate.trust())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build(),
        limit);
  }

  private byte[] download(String path) {
    return download(LONG).bytes(URI.create(base + path));
  }

  @Test
  void theBytesArriveAsTheyAre() {
    assertThat(download("/a.pdf")).isEqualTo(PDF);
    assertThat(download("/moved?token=secret")).isEqualTo(PDF);
  }

  @Test
  void otherStatusesAreFailures() {
    assertThatThrownBy(() -> download("/missing?token=secret"))
        .isInstanceOf(MediaException.class)
        .hasMessage(
            "The medium at https://localhost cannot be downloaded: the server answers with status 404.");
  }

  @Test
  void redirectsLeadToHttpsOnlyAndEnd() {
    for (String path : new String[] {"/down", "/loop"}) {
      assertThatThrownBy(() -> download(path))
          .isInstanceOf(MediaException.class)
          .hasMessage(
              "The medium at https://localhost is elsewhere: the server redirects too often, or not"
                  + " to https.");
    }
  }

  @Test
  void aBodyWithoutEndIsCut() throws InterruptedException {
    assertThatThrownBy(() -> download("/endless"))
        .isInstanceOf(MediaException.class)
        .hasMessage("The medium at https://localhost is larger than 20 MiB, the limit.");
    broken.await();
  }

  @Test
  void theLimitHoldsForHeadAndBody() {
    for (String path : new String[] {"/silent", "/stuck"}) {
      assertThatThrownBy(() -> download(SHORT).bytes(URI.create(base + path)))
          .isInstanceOf(MediaException.class)
          .hasMessageStartingWith("The medium at https://localhost ");
    }
  }

  @Test
  void anInterruptEndsTheDownload() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                download("/stuck");
              } catch (MediaException e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : null);
              }
            });
    thread.start();
    asked.await();
    thread.interrupt();
    thread.join();

    assertThat(thrown.get()).hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void otherAddressesAreRefused() {
    for (String address :
        new String[] {base.replace("https", "http"), "file:///etc/passwd", "https:/a", "a.pdf"}) {
      assertThatThrownBy(() -> Pdf.download(URI.create(address)))
          .isInstanceOf(MediaException.class)
          .hasMessage("Media are downloaded from https addresses only.");
    }
  }

  @Test
  void anUnknownCertificateIsRefused() {
    assertThatThrownBy(() -> Pdf.download(URI.create(base + "/a.pdf")))
        .isInstanceOf(MediaException.class)
        .hasMessage("The medium at https://localhost cannot be downloaded.");
  }
}
