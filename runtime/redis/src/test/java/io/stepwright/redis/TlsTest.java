package io.stepwright.redis;

import static io.stepwright.redis.Entries.PARTITION;
import static io.stepwright.redis.Entries.axis;
import static io.stepwright.redis.Entries.semantic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stepwright.redis.testing.RedisExecutable;
import io.stepwright.redis.testing.RedisServer;
import io.stepwright.spi.CacheStore;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
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

  private RedisServer start(Certificate certificate) {
    return RedisServer.start(
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
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("cannot be reached")
          .contains("certification path")
          .doesNotContain(SECRET);
      assertThat(server.port()).isPositive();
    }
  }

  @Test
  void aServerOfAnotherNameIsNot() throws Exception {
    Certificate certificate = Certificate.create(folder, "dns:elsewhere.example");
    SSLContext.setDefault(certificate.trust());
    try (RedisServer server = start(certificate);
        CacheStore store = open()) {
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("cannot be reached")
          .contains("No subject alternative DNS name matching localhost")
          .doesNotContain(SECRET);
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
      assertThat(RedisTestCase.failure(() -> store.find(PARTITION, "id")))
          .contains("cannot be reached")
          .doesNotContain(SECRET);
      assertThat(server.port()).isPositive();
    }
  }
}
