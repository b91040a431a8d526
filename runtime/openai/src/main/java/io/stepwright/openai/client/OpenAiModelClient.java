package io.stepwright.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A model client that makes one attempt per call, on the calling thread. Thread-safe. */
final class OpenAiModelClient implements ModelClient {

  private final Endpoint endpoint;
  private final @Nullable SSLContext tls;
  private final ByteBudget budget;
  private final String account;
  private final ChatReplies replies;
  private final CallFailures failures;
  private final ReentrantLock building = new ReentrantLock();
  private volatile @Nullable OpenAIClient sdk;

  /**
   * Makes a client, without connecting.
   *
   * @param tls the trust settings, or null for the JDK's default
   */
  OpenAiModelClient(Endpoint endpoint, @Nullable SSLContext tls) {
    this(endpoint, tls, ByteBudget.OF_PROCESS);
  }

  /**
   * Makes a client, without connecting.
   *
   * @param budget bounds the answers in flight
   */
  OpenAiModelClient(Endpoint endpoint, @Nullable SSLContext tls, ByteBudget budget) {
    this.endpoint = endpoint;
    this.tls = tls;
    this.budget = budget;
    this.account = AccountDigest.of(endpoint.apiKey());
    Secrets secrets = new Secrets(endpoint.apiKey());
    this.replies = new ChatReplies(secrets);
    this.failures = new CallFailures(endpoint, secrets);
  }

  @Override
  public ModelReply call(ModelRequest request) throws ModelClientException, InterruptedException {
    long start = System.nanoTime();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      var completions = sdk().chat().completions().withRawResponse();
      var params = ChatRequests.of(request, endpoint);
      Duration left = request.options().timeout().minusNanos(System.nanoTime() - start);
      if (left.isNegative() || left.isZero()) {
        throw new TransportException(TransportException.Kind.TIMEOUT, null);
      }
      // The SDK adds default limits if a single number is given.
      Timeout timeout = Timeout.builder().request(left).build();
      var options = RequestOptions.builder().timeout(timeout).build();
      try (var response = completions.create(params, options)) {
        return replies.of(response, request.model());
      }
    } catch (RuntimeException e) {
      // Covers an interrupt that stopped the call and one that came while it was failing.
      if (interrupted(e) || Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw failures.of(e, request);
    } catch (Error e) {
      // The HTTP client reports a missing thread or selector by an Error.
      ResourceShortage shortage = ResourceShortage.of(e);
      if (shortage == null) {
        throw e;
      }
      throw failures.of(shortage, e);
    }
  }

  @Override
  public String endpoint() {
    return endpoint.baseUrl().toString();
  }

  @Override
  public String account() {
    return account;
  }

  private static boolean interrupted(RuntimeException e) {
    return e instanceof TransportException t && t.kind() == TransportException.Kind.INTERRUPTED;
  }

  /**
   * Returns the SDK client. It is built by the first call, because loading the SDK takes longer
   * than many programs run.
   */
  private OpenAIClient sdk() throws InterruptedException {
    OpenAIClient client = sdk;
    if (client != null) {
      return client;
    }
    building.lockInterruptibly();
    try {
      client = sdk;
      if (client == null) {
        client = SdkClients.create(endpoint, new JdkTransport(endpoint, tls, budget));
        loadFailures();
        sdk = client;
      }
      return client;
    } finally {
      building.unlock();
    }
  }

  /** Loads the classes that report failures: without file descriptors they could not be loaded. */
  private void loadFailures() {
    failures.of(
        ResourceShortage.FILES,
        TransportException.of(new ResourceShortageException(ResourceShortage.FILES)));
  }

  @Override
  public void close() {
    OpenAIClient client = sdk;
    if (client != null) {
      client.close();
    }
  }

  @Override
  public String toString() {
    return "OpenAiModelClient[" + endpoint + "]";
  }
}
