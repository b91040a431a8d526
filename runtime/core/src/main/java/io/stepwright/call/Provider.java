package io.stepwright.call;

import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ProviderSettings;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A model provider: its client, concurrency limit, rate limits and retry budget. Thread-safe. */
public final class Provider {

  private final String name;
  private final ModelClient client;
  private final ProviderSettings settings;
  private volatile @Nullable String settingsDigest;
  private volatile @Nullable ServerAddress address;
  private final @Nullable Semaphore permits;
  private final RetryBudget budget = new RetryBudget(null);
  // One per model, because servers limit each model separately.
  private final ConcurrentHashMap<String, RateGate> gates = new ConcurrentHashMap<>();

  Provider(ProviderSettings settings, ModelClient client, int maxConcurrency) {
    this.name = settings.name();
    this.settings = settings;
    this.client = client;
    // Fair, so that under load no call is overtaken until its deadline has passed.
    this.permits = maxConcurrency == 0 ? null : new Semaphore(maxConcurrency, true);
  }

  /** Returns the provider's name. */
  public String name() {
    return name;
  }

  /** Returns the destination of its requests. */
  public String endpoint() {
    return client.endpoint();
  }

  /** Returns the account that sends the requests, as far as the client tells. */
  public String account() {
    return client.account();
  }

  /**
   * Returns a digest of what the configuration adds to each request, header values included; empty
   * if that is nothing.
   */
  public String settings() {
    String known = settingsDigest;
    if (known == null) {
      known = SettingsDigest.of(settings);
      settingsDigest = known;
    }
    return known;
  }

  /** Returns the host and port of the server, as far as the client tells. */
  public ServerAddress address() {
    ServerAddress known = address;
    if (known == null) {
      known = ServerAddress.of(client);
      address = known;
    }
    return known;
  }

  /**
   * Returns the number of calls that may start now, {@link Integer#MAX_VALUE} if there is no limit.
   */
  public int availablePermits() {
    return permits == null ? Integer.MAX_VALUE : permits.availablePermits();
  }

  RetryBudget budget() {
    return budget;
  }

  RateGate gate(String model) {
    RateGate known = gates.get(model);
    if (known != null) {
      return known;
    }
    RateGate made = new RateGate(null);
    RateGate other = gates.putIfAbsent(model, made);
    return other == null ? made : other;
  }

  /**
   * Waits until one more call may start. The caller must call {@link #release} after every return.
   */
  void acquire(Deadline deadline) throws DeadlinePassedException, InterruptedException {
    if (permits != null && !permits.tryAcquire(deadline.remaining(), TimeUnit.NANOSECONDS)) {
      throw new DeadlinePassedException();
    }
  }

  void release() {
    if (permits != null) {
      permits.release();
    }
  }

  @SuppressWarnings("ConstantValue")
  ModelReply send(ModelRequest request) throws ModelClientException, InterruptedException {
    ModelReply reply;
    try {
      reply = client.call(request);
    } catch (ModelClientException e) {
      if (e.serverMessage() != null) {
        ServerMessages.log(name, request.model(), e);
      }
      throw e;
    }
    if (reply == null) {
      throw new ModelClientException(
          "The model client '%s' (%s) returned null.".formatted(name, client.getClass().getName()),
          ModelClientException.NO_STATUS,
          false,
          null,
          null);
    }
    String part = nullPart(reply);
    if (part != null) {
      throw new ModelClientException(
          "The model client '%s' (%s) returned a ModelReply whose %s is null."
              .formatted(name, client.getClass().getName(), part),
          ModelClientException.NO_STATUS,
          false,
          null,
          null);
    }
    return CheckedReply.of(reply);
  }

  /**
   * Returns the name of a required part of a reply that is null, else null. Clients need not be
   * compiled with null checks.
   */
  @SuppressWarnings("ConstantValue")
  private static @Nullable String nullPart(ModelReply reply) {
    if (reply.text() == null) {
      return "text";
    }
    if (reply.calls() == null) {
      return "list of calls";
    }
    if (reply.model() == null) {
      return "model";
    }
    return reply.finish() == null ? "finish" : null;
  }

  void close() {
    client.close();
  }
}
