package io.stepwright.benchmarks.cold;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A context that encrypts nothing, so that a client for http loads no TLS classes. */
final class NoTls extends SSLContextSpi {

  private NoTls() {}

  static SSLContext context() {
    return new SSLContext(new NoTls(), null, "none") {};
  }

  @Override
  protected void engineInit(
      KeyManager @Nullable [] keys,
      TrustManager @Nullable [] trust,
      @Nullable SecureRandom random) {}

  @Override
  protected SSLParameters engineGetDefaultSSLParameters() {
    return new SSLParameters();
  }

  @Override
  protected SSLSocketFactory engineGetSocketFactory() {
    throw new UnsupportedOperationException();
  }

  @Override
  protected SSLServerSocketFactory engineGetServerSocketFactory() {
    throw new UnsupportedOperationException();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine() {
    throw new UnsupportedOperationException();
  }

  @Override
  protected SSLEngine engineCreateSSLEngine(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected SSLSessionContext engineGetServerSessionContext() {
    throw new UnsupportedOperationException();
  }

  @Override
  protected SSLSessionContext engineGetClientSessionContext() {
    throw new UnsupportedOperationException();
  }
}
