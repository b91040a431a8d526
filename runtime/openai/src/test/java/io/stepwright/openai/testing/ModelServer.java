package io.stepwright.openai.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A model server on loopback that behaves as a test configures it and records its requests.
 * Thread-safe.
 *
 * <p>Without a script it answers every request with {@link Answer#chat()}. Held requests use no
 * thread.
 */
public final class ModelServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Server server;
  private final ServerConnector connector;
  private final boolean encrypted;
  private final AbortWatch watch = new AbortWatch();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(2, task -> daemon(task));

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Received> requests = new ArrayList<>();
  private final Deque<Answer> next = new ArrayDeque<>();
  private Function<Received, Answer> script = request -> Answer.chat();
  private int inFlight;
  private int mostInFlight;

  private ModelServer(int port, boolean encrypted, int streams) {
    this.encrypted = encrypted;
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName("model-server");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = encrypted ? secure(server, streams) : new ServerConnector(server, 1, 1, plain());
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    // A thousand clients may connect at once.
    connector.setAcceptQueueSize(4096);
    connector.setIdleTimeout(Duration.ofMinutes(10).toMillis());
    server.addConnector(connector);
    server.setHandler(new Script());
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the model server does not start", e);
    }
  }

  /** Starts a server for HTTP/1.1 without encryption, on any port. */
  public static ModelServer http() {
    return new ModelServer(0, false, 0);
  }

  /** Starts a server for HTTP/1.1 without encryption, on this port. */
  public static ModelServer http(int port) {
    return new ModelServer(port, false, 0);
  }

  /**
   * Starts a server for HTTP/2 and HTTP/1.1 with encryption, on any port; see {@link #trust()}.
   *
   * @param streams how many requests one HTTP/2 connection may carry at once
   */
  public static ModelServer https(int streams) {
    return new ModelServer(0, true, streams);
  }

  /** Returns the base URL for clients, such as {@code http://127.0.0.1:40123/v1}. */
  public String baseUrl() {
    return (encrypted ? "https" : "http") + "://127.0.0.1:" + port() + "/v1";
  }

  /** The port. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Returns a context that trusts only the certificate of an encrypted server. */
  public SSLContext trust() {
    return Certificate.trust();
  }

  /** Returns a manager that trusts only the certificate of an encrypted server. */
  public X509TrustManager trustManager() {
    return Certificate.manager();
  }

  /** Answers every request from now on with this answer. */
  public ModelServer answer(Answer always) {
    return answer(request -> always);
  }

  /** Answers every request from now on by the script, which must not block. */
  public ModelServer answer(Function<Received, Answer> given) {
    return locked(
        () -> {
          script = given;
          return this;
        });
  }

  /** Answers the next requests with these answers, in order of arrival; then as before. */
  public ModelServer next(Answer... answers) {
    return locked(
        () -> {
          next.addAll(List.of(answers));
          return this;
        });
  }

  /** The requests so far, in the order in which they were read. */
  public List<Received> requests() {
    return locked(() -> List.copyOf(requests));
  }

  /** Returns the number of requests so far. */
  public int count() {
    return locked(requests::size);
  }

  /** Returns the number of requests that are neither answered nor aborted yet. */
  public int inFlight() {
    return locked(() -> inFlight);
  }

  /** Returns the largest {@link #inFlight()} so far. */
  public int mostInFlight() {
    return locked(() -> mostInFlight);
  }

  /**
   * Waits until this many requests have arrived.
   *
   * @return the last of them
   * @throws AssertionError after 30 s
   */
  public Received awaitCount(int number) throws InterruptedException {
    await(() -> requests.size() >= number, number + " requests");
    return requests().get(number - 1);
  }

  /**
   * Waits until exactly this many requests are in flight.
   *
   * @throws AssertionError after 30 s
   */
  public void awaitInFlight(int number) throws InterruptedException {
    await(() -> inFlight == number, number + " requests in flight");
  }

  private void await(BooleanSupplier condition, String what) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = PATIENCE.toNanos();
      while (!condition.getAsBoolean()) {
        if (left <= 0) {
          throw new AssertionError(
              "waited in vain for "
                  + what
                  + "; came: "
                  + requests.size()
                  + ", in flight: "
                  + inFlight);
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(java.util.function.Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      changed.signalAll();
      lock.unlock();
    }
  }

  /** Closes all connections, also those with requests. */
  @Override
  public void close() {
    watch.close();
    timer.shutdownNow();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the model server does not stop", e);
    }
  }

  private Answer come(Received request) {
    return locked(
        () -> {
          requests.add(request);
          inFlight++;
          mostInFlight = Math.max(mostInFlight, inFlight);
          Answer first = next.poll();
          return first != null ? first : script.apply(request);
        });
  }

  private void gone() {
    locked(() -> inFlight--);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "model-server-timer");
    thread.setDaemon(true);
    return thread;
  }

  private static HttpConnectionFactory plain() {
    return new HttpConnectionFactory(new HttpConfiguration());
  }

  private static ServerConnector secure(Server server, int streams) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    HttpConnectionFactory http1 = new HttpConnectionFactory(configuration);
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(configuration);
    http2.setMaxConcurrentStreams(streams);
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(http1.getProtocol());
    SslContextFactory.Server ssl = new SslContextFactory.Server();
    ssl.setKeyStore(Certificate.store());
    ssl.setKeyStorePassword(Certificate.PASSWORD);
    return new ServerConnector(
        server, 1, 1, new SslConnectionFactory(ssl, alpn.getProtocol()), alpn, http2, http1);
  }

  private final class Script extends Handler.Abstract.NonBlocking {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Content.Source.asString(
          request,
          StandardCharsets.UTF_8,
          Promise.from(body -> serve(request, response, callback, body), callback::failed));
      return true;
    }

    private void serve(Request request, Response response, Callback callback, String body) {
      Map<String, List<String>> headers = new TreeMap<>();
      for (HttpField field : request.getHeaders()) {
        headers
            .computeIfAbsent(field.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(field.getValue());
      }
      var meta = request.getConnectionMetaData();
      Received received =
          new Received(
              request.getHttpURI().getPathQuery(),
              headers,
              body,
              meta.getHttpVersion().asString(),
              meta.getId());
      Exchange exchange =
          new Exchange(received, response, callback, watch, timer, ModelServer.this::gone);
      exchange.start(come(received));
    }
  }
}
