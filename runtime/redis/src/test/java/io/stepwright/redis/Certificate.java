package io.stepwright.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key and a certificate that only {@link #trust} trusts.
 *
 * @param certificate a PEM file
 * @param key a PEM file
 * @param trust trusts only this certificate
 */
record Certificate(Path certificate, Path key, SSLContext trust) {

  private static final String PASSWORD = "changeit";

  /** Creates a certificate for a name, such as {@code dns:localhost}. */
  static Certificate create(Path folder, String name) throws Exception {
    Path file = folder.resolve("key.p12");
    keytool(file, name);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    java.security.cert.Certificate certificate = store.getCertificate("server");
    return new Certificate(
        pem(folder, "CERTIFICATE", certificate.getEncoded()),
        pem(folder, "PRIVATE KEY", store.getKey("server", PASSWORD.toCharArray()).getEncoded()),
        trust(certificate));
  }

  private static SSLContext trust(java.security.cert.Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", certificate);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  private static Path pem(Path folder, String type, byte[] content) throws IOException {
    Path file = folder.resolve(type.replace(' ', '-') + ".pem");
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n");
  }

  /** Uses keytool, because the JDK has no public API that creates certificates. */
  private static void keytool(Path file, String name) throws IOException, InterruptedException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=test",
            "-ext",
            "san=" + name,
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + output);
    }
  }
}
