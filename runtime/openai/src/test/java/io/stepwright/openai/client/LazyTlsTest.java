package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.openai.testing.ModelServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyManagementException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class LazyTlsTest {

  /** An encrypted connection is checked like any other, although ours never makes one. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void anUntrustedCertificateIsRefused(HttpClient.Version version) {
    try (ModelServer server = ModelServer.https(10)) {
      HttpClient client =
          HttpClient.newBuilder().sslContext(LazyTls.context()).version(version).build();
      HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl())).build();
      assertThatThrownBy(() -> client.send(request, BodyHandlers.discarding()))
          .isInstanceOf(SSLException.class)
          .hasMessageContaining("unable to find valid certification path");
      assertThat(server.count()).isZero();
    }
  }

  @Test
  void everyPartIsThatOfTheDefault() throws Exception {
    SSLContext lazy = LazyTls.context();
    SSLContext real = SSLContext.getDefault();
    assertThat(lazy.getSupportedSSLParameters().getCipherSuites())
        .isEqualTo(real.getSupportedSSLParameters().getCipherSuites());
    assertThat(lazy.getClientSessionContext()).isSameAs(real.getClientSessionContext());
    assertThat(lazy.getServerSessionContext()).isSameAs(real.getServerSessionContext());
    assertThat(lazy.createSSLEngine("localhost", 1).getPeerHost()).isEqualTo("localhost");
    assertThat(lazy.createSSLEngine().getPeerHost()).isNull();
    assertThat(lazy.getSocketFactory()).isNotNull();
    assertThat(lazy.getServerSocketFactory()).isNotNull();
    assertThatThrownBy(() -> lazy.init(null, null, null))
        .isInstanceOf(KeyManagementException.class);
  }

  @Test
  void plainConnectionsNeedNoTls() throws IOException, InterruptedException {
    try (ModelServer server = ModelServer.http()) {
      HttpClient client = HttpClient.newBuilder().sslContext(LazyTls.context()).build();
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.baseUrl()))
              .POST(HttpRequest.BodyPublishers.ofString("{}"))
              .build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }
}
