package io.stepwright.openai.client;

import io.stepwright.openai.request.AnswerTool;
import io.stepwright.openai.request.ChatRequestWriter;
import io.stepwright.openai.request.RequestBody;
import io.stepwright.spi.DeltaSink;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A model client that makes one attempt per call, on the calling thread. Thread-safe. */
public final class OpenAiModelClient implements ModelClient {

  private final Endpoint endpoint;

  /** Null until it is asked for: most programs cache nothing, and digests load much code. */
  private volatile @Nullable String account;

  private final Starter starter;
  private final ByteBudget budget;
  private final Secrets secrets;
  private final CallFailures failures;

  /**
   * Makes a client over the JDK's HTTP client, without connecting.
   *
   * @param tls the trust settings, or null for the JDK's default
   */
  public OpenAiModelClient(Endpoint endpoint, @Nullable SSLContext tls) {
    this(endpoint, tls, ByteBudget.OF_PROCESS);
  }

  /**
   * Makes a client over the JDK's HTTP client, without connecting.
   *
   * @param budget bounds the answers in flight
   */
  OpenAiModelClient(Endpoint endpoint, @Nullable SSLContext tls, ByteBudget budget) {
    this(endpoint, null, Secrets.of(endpoint), () -> new JdkTransport(endpoint, tls), budget);
  }

  /**
   * Makes a client over a transport, without connecting.
   *
   * @param account the identifier of the account, empty if there is only one
   * @param secrets the secrets of all requests, which are masked in what the server says
   * @param transport makes the transport when it is first needed; called once at most
   */
  public OpenAiModelClient(
      Endpoint endpoint, String account, Secrets secrets, Supplier<Transport> transport) {
    this(endpoint, account, secrets, transport, ByteBudget.OF_PROCESS);
  }

  private OpenAiModelClient(
      Endpoint endpoint,
      @Nullable String account,
      Secrets secrets,
      Supplier<Transport> transport,
      ByteBudget budget) {
    this.endpoint = endpoint;
    this.account = account;
    this.budget = budget;
    this.secrets = secrets;
    this.failures = new CallFailures(endpoint);
    this.starter =
        new Starter(
            () -> {
              Transport made = transport.get();
              loadFailures();
              return made;
            },
            () -> Rehearsal.run(endpoint, new ChatReplies(secrets)));
  }

  /** Loads the classes that report failures: without file descriptors they could not be loaded. */
  private void loadFailures() {
    failures.of(
        ResourceShortage.FILES,
        TransportException.of(new ResourceShortageException(ResourceShortage.FILES)));
  }

  /** Prepares the first call in the background, which waits for that. */
  public void warmUp() {
    starter.warmUp();
  }

  @Override
  public ModelReply call(ModelRequest request) throws ModelClientException, InterruptedException {
    ModelReply reply =
        attempt(
            request,
            (exchange, transport, own) ->
                exchange.make(
                    transport,
                    wire(request, ChatRequestWriter.body(request, endpoint.form()), own),
                    budget,
                    new ChatReplies(own)));
    return read(request, Objects.requireNonNull(reply));
  }

  @Override
  public ModelReply stream(ModelRequest request, DeltaSink sink)
      throws ModelClientException, InterruptedException {
    AnswerTool answer = AnswerTool.of(request, endpoint.form());
    if (answer != null) {
      // The answer is no text on the wire, so that there are no pieces of it.
      return ModelClient.super.stream(request, sink);
    }
    ModelReply reply =
        attempt(
            request,
            (exchange, transport, own) ->
                exchange.stream(
                    transport,
                    wire(request, ChatRequestWriter.streamedBody(request, endpoint.form()), own),
                    budget,
                    new ChatReplies(own),
                    sink));
    return reply != null ? reply : ModelClient.super.stream(request, sink);
  }

  private ModelReply read(ModelRequest request, ModelReply reply) {
    AnswerTool answer = AnswerTool.of(request, endpoint.form());
    return answer == null ? reply : answer.read(reply);
  }

  private static WireRequest wire(ModelRequest request, RequestBody body, Secrets secrets) {
    return new WireRequest(request.model(), request.options().idempotencyKey(), body, secrets);
  }

  /** A request that is sent and answered. */
  private interface Attempt {

    /**
     * Returns null if the server cannot answer in this way.
     *
     * @param secrets the secrets of this attempt
     */
    @Nullable ModelReply make(Exchange exchange, Transport transport, Secrets secrets)
        throws InterruptedException;
  }

  private @Nullable ModelReply attempt(ModelRequest request, Attempt attempt)
      throws ModelClientException, InterruptedException {
    long start = System.nanoTime();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long deadline = start + saturatedNanos(request.options().timeout());
    Exchange exchange = new Exchange(deadline);
    Secrets own = secrets.copy();
    try {
      return attempt.make(exchange, transport(deadline), own);
    } catch (Deltas.SinkException e) {
      throw e.failure();
    } catch (RuntimeException e) {
      // Covers an interrupt that stopped the call and one that came while it was failing.
      if (interrupted(e) || Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw failures.of(e, request, own).onWire(exchange.wireNanos());
    } catch (Error e) {
      // The HTTP client reports a missing thread or selector by an Error.
      ResourceShortage shortage = ResourceShortage.of(e);
      if (shortage == null) {
        throw e;
      }
      throw failures.of(shortage, e).onWire(exchange.wireNanos());
    }
  }

  private Transport transport(long deadline) throws InterruptedException {
    try {
      return starter.transport(deadline);
    } catch (TimeoutException e) {
      throw new TransportException(TransportException.Kind.NOT_READY, null);
    }
  }

  @Override
  public String endpoint() {
    return endpoint.baseUrl().toString();
  }

  @Override
  public String account() {
    String known = account;
    if (known == null) {
      known = AccountDigest.of(endpoint.apiKey());
      account = known;
    }
    return known;
  }

  private static boolean interrupted(RuntimeException e) {
    return e instanceof TransportException t && t.kind() == TransportException.Kind.INTERRUPTED;
  }

  private static long saturatedNanos(Duration duration) {
    // Half of the range, so that a deadline does not overflow.
    Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
    return duration.compareTo(longest) < 0 ? duration.toNanos() : longest.toNanos();
  }

  @Override
  public void close() {
    starter.close();
  }

  @Override
  public String toString() {
    return "OpenAiModelClient[" + endpoint + "]";
  }
}
