package io.stepwright.redis;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Explains failures of TLS, with a remedy; they do not pass by themselves. */
final class TlsFailures {

  private static final String TRUST =
      "This JVM does not trust the certificate of the server. Import the certificate of its"
          + " issuer into a trust store, and name that store by -Djavax.net.ssl.trustStore and"
          + " javax.net.ssl.trustStorePassword.";
  private static final String NAME =
      "The certificate of the server is not for this host name. Write the certificate's name in"
          + " stepwright.cache.redis.url, or give the server a certificate for this name.";
  private static final String EXPIRED =
      "The certificate of the server has expired, or is not valid yet: renew it, or check the clock.";
  private static final String OURS =
      "The server requires a client certificate, and got none, or none that it accepts. Name a"
          + " key store that holds one by -Djavax.net.ssl.keyStore and"
          + " javax.net.ssl.keyStorePassword.";
  private static final String NO_TLS =
      "This port does not speak TLS: write redis:// in stepwright.cache.redis.url, or its port"
          + " for TLS.";
  private static final String NOT_COMMON =
      "The server and this JVM share no version or cipher of TLS: compare tls-protocols and"
          + " tls-ciphers of the server with jdk.tls.disabledAlgorithms.";
  private static final String UNREADABLE =
      "The JVM's certificates cannot be read: check javax.net.ssl.trustStore and"
          + " javax.net.ssl.keyStore, and their passwords.";
  private static final String OTHER = "TLS has failed: ";

  private TlsFailures() {}

  /** Returns the problem and its remedy, or null if it is unrelated to TLS. */
  static @Nullable String reason(Throwable failure) {
    SSLException tls = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Transport.UnreadableCertificatesException) {
        return UNREADABLE;
      }
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return EXPIRED;
      }
      if (cause instanceof SSLException exception && tls == null) {
        tls = exception;
      }
    }
    return tls == null ? null : reason(failure, tls);
  }

  private static @Nullable String reason(Throwable failure, SSLException tls) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertPathBuilderException
          || cause instanceof CertPathValidatorException) {
        return TRUST;
      }
      if (cause instanceof CertificateException certificate) {
        String text = text(certificate);
        return text.contains("no name matching") || text.contains("no subject alternative")
            ? NAME
            : TRUST;
      }
    }
    return ofAlert(tls);
  }

  /** The JDK reports alerts in the text of its messages only. */
  private static @Nullable String ofAlert(SSLException tls) {
    String text = text(tls);
    if (text.contains("unsupported or unrecognized")) {
      return NO_TLS;
    }
    if (text.contains("certificate")
        || text.contains("unknown_ca")
        || text.contains("access_denied")) {
      return text.contains("certification path") ? TRUST : OURS;
    }
    if (text.contains("protocol")
        || text.contains("cipher")
        || text.contains("handshake_failure")) {
      return NOT_COMMON;
    }
    // The connection broke meanwhile, or took too long.
    return text.contains("terminated") || text.contains("timed out") || text.contains("closed")
        ? null
        : OTHER + tls.getClass().getSimpleName() + ".";
  }

  private static String text(Throwable failure) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
  }
}
