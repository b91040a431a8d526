package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.cache.CacheStore;
import io.stepwright.spi.cache.CacheStoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  private static final String SECRET = "topsecret";

  @TempDir private Path folder;
  private SSLContext before;
  private int port;

  @BeforeEach
  void rememberTrust() throws Exception {
    assumeTrue(RedisServer.isAvailable(), RedisExecutable.howToInstall(8));
    before = SSLContext.getDefault();
    port = RedisServer.freePort();
  }

  @AfterEach
  void restoreTrust() {
    if (before != null) {
      SSLContext.setDefault(before);
    }
  }

  private RedisServer start(Certificate certificate, String... more) {
    return RedisServer.start(options(certificate, more));
  }

  private String[] options(Certificate certificate, String... more) {
    List<String> options = new ArrayList<>();
    Collections.addAll(
        options,
        "--tls-port",
        String.valueOf(port),
        "--tls-cert-file",
        certificate.certificate().toString(),
        "--tls-key-file",
        certificate.key().toString(),
        "--tls-auth-clients",
        "no",
        "--requirepass",
        SECRET);
    Collections.addAll(options, more);
    return options.toArray(String[]::new);
  }

  /** Returns the message for problems that do not pass by themselves, logged each time. */
  private static String lasting(CacheStore store) {
    String first = RedisTestCase.failure(() -> store.find(PARTITION, "id"));
    assertThat(catchThrowable(() -> store.find(PARTITION, "id")))
        .isInstanceOfSatisfying(
            CacheStoreException.class,
            again -> {
              assertThat(again.isLasting()).isTrue();
              assertThat(first)
                  .contains(again.getMessage().replaceFirst(" That was a moment.*", ""));
            });
    assertThat(first).contains("cannot be reached").doesNotContain(SECRET);
    return first;
  }

  private CacheStore open() {
    return RedisTestCase.open("rediss://:" + SECRET + "@localhost:" + port, RedisTestCase.PATIENT);
  }

  @Test
  void aServerThatTheJvmTrustsIsUsed() throws Exception {
    Certificate certificate = Certificate.create(folder, "dns:localhost");
    SSLContext.setDefault(certificate.trust());
    try (RedisServer server = start(certificate);
        CacheStore store = open()) {
      store.put(semantic("id", axis(4, 0)));

      assertThat(store.nearest(PARTITION, axis(4, 0), 8, 0.9)).hasSize(1);
      assertThat(store.find(PARTITION, "id")).isNotNull();
      assertThat(server.command("GET", "x")).contains("NOAUTH");
    }
  }

  @Test
  void aServerThatTheJvmDoesNotTrustIsNot() throws Exception {
    Certificate certificate = Certificate.create(folder, "dns:localhost");
    try (RedisServer server = start(certificate);
        CacheStore store = open()) {
      assertThat(lasting(store))
          .contains("does not trust the certificate of the server")
          .contains("javax.net.ssl.trustStore")
          .contains("certification path");
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void aServerOfAnotherNameIsNot() throws Exception {
    Certificate certificate = Certificate.create(folder, "dns:elsewhere.example");
    SSLContext.setDefault(certificate.trust());
    try (RedisServer server = start(certificate);
        CacheStore store = open()) {
      assertThat(lasting(store))
          .contains("is not for this host name")
          .contains("No subject alternative DNS name matching localhost");
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void plainTextToATlsPortFails() throws Exception {
    Certificate certificate = Certificate.create(folder, "dns:localhost");
    try (RedisServer server = start(certificate);
        CacheStore store =
            RedisTestCase.open(
                "redis://:" + SECRET + "@localhost:" + port, RedisTestCase.PATIENT)) {
      // A TLS alert, if it arrives before the end of the connection.
      assertThat(lasting(store))
          .containsAnyOf("This port speaks TLS: write rediss://", "speaks TLS, write rediss://");
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void tlsToAPortOfPlainTextFails() throws Exception {
    try (RedisServer server = RedisServer.start();
        CacheStore store =
            RedisTestCase.open("rediss://localhost:" + server.port(), Duration.ofSeconds(2))) {
      // The server may wait for the rest of a supposed command.
      Eventually.holds(
          () ->
              RedisTestCase.failure(() -> store.find(PARTITION, "id")).contains("write redis://"));
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void aServerThatAnswersInPlainTextDoesNotSpeakTls() throws Exception {
    try (ServerSocket web = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        CacheStore store =
            RedisTestCase.open("rediss://localhost:" + web.getLocalPort(), RedisTestCase.PATIENT)) {
      Thread thread =
          new Thread(
              () -> {
                try (Socket socket = web.accept()) {
                  socket.getInputStream().read();
                  socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                  socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                  // The client has disconnected.
                }
              });
      thread.setDaemon(true);
      thread.start();
      assertThat(lasting(store)).contains("does not speak TLS: write redis://");
    }
  }

  @Test
  void aServerThatWantsOurCertificateSaysWhereToPutIt() throws Exception {
    Certificate certificate = Certificate.create(folder, "dns:localhost");
    SSLContext.setDefault(certificate.trust());
    try (RedisServer server =
            start(
                certificate,
                "--tls-auth-clients",
                "yes",
                "--tls-ca-cert-file",
                certificate.certificate().toString());
        CacheStore store = open()) {
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("cannot be reached")
          .contains("javax.net.ssl.keyStore")
          .doesNotContain(SECRET);
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void aWrongPasswordWillNotPass() throws Exception {
    Certificate certificate = Certificate.create(folder, "dns:localhost");
    SSLContext.setDefault(certificate.trust());
    try (RedisServer server = start(certificate);
        CacheStore store =
            RedisTestCase.open("rediss://:wrong@localhost:" + port, RedisTestCase.PATIENT)) {
      assertThat(catchThrowable(() -> store.find(PARTITION, "id")))
          .isInstanceOfSatisfying(
              CacheStoreException.class, e -> assertThat(e.isLasting()).isTrue())
          .hasMessageContaining("WRONGPASS")
          .hasMessageContaining("Check user and password in stepwright.cache.redis.url");
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void aCertificateThatHasExpiredIsCalledSo() {
    assertThat(
            TlsFailures.reason(
                new SSLHandshakeException("PKIX path validation failed") {
                  @Override
                  public synchronized Throwable getCause() {
                    return new CertificateExpiredException("NotAfter: yesterday");
                  }
                }))
        .contains("has expired, or is not valid yet");
  }
}
