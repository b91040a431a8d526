package io.stepwright.benchmarks.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Answers at once on loopback, over http and https, until its standard input ends. */
public final class ColdServer {

  private static final byte[] ANSWER =
      """
      {"id":"c1","object":"chat.completion","created":1,"model":"model","choices":[{"index":0,\
      "message":{"role":"assistant","content":"{\\"kind\\":\\"REFUND\\",\\"urgency\\":3}"},\
      "finish_reason":"stop"}],"usage":{"prompt_tokens":10,"completion_tokens":8,"total_tokens":18}}"""
          .getBytes(StandardCharsets.UTF_8);

  private ColdServer() {}

  /**
   * Starts the servers and prints their ports.
   *
   * @param arguments a key store of the type PKCS12, and its password
   */
  public static void main(String... arguments) throws Exception {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer plain = HttpServer.create(any, 0);
    HttpsServer encrypted = HttpsServer.create(any, 0);
    encrypted.setHttpsConfigurator(new HttpsConfigurator(context(arguments[0], arguments[1])));
    for (HttpServer server : new HttpServer[] {plain, encrypted}) {
      server.setExecutor(Executors.newCachedThreadPool());
      server.createContext("/", ColdServer::answer);
      server.start();
    }
    System.out.println(plain.getAddress().getPort() + " " + encrypted.getAddress().getPort());
    System.out.flush();
    while (System.in.read() >= 0) {
      // Waits for the end of the benchmark.
    }
    Runtime.getRuntime().halt(0);
  }

  private static SSLContext context(String file, String password) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      store.load(in, password.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, ANSWER.length);
      exchange.getResponseBody().write(ANSWER);
    }
  }
}
