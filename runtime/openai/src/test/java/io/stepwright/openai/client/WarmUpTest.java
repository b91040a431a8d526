package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The preparation of a client, by a transport that takes as long to make as the test wants. */
@Timeout(60)
class WarmUpTest {

  private final CountDownLatch making = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();

  private final class NoTransport implements Transport {

    @Override
    public WireResponse send(WireRequest request, ByteBudget.Lease lease, long deadline)
        throws IOException {
      throw new IOException("sent");
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private Transport slowly() {
    made.incrementAndGet();
    making.countDown();
    boolean interrupted = false;
    while (true) {
      try {
        mayEnd.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return new NoTransport();
  }

  private OpenAiModelClient client(Supplier<Transport> maker) {
    return new OpenAiModelClient(
        new Endpoint("local", URI.create("http://127.0.0.1:1/v1"), null),
        "",
        new Secrets(null),
        maker);
  }

  @Test
  void aFirstCallWaitsNoLongerThanItsDeadline() throws Exception {
    OpenAiModelClient client = client(this::slowly);
    client.warmUp();
    making.await();
    ModelClientException failure =
        Calls.failure(client, Calls.request("Hello", Duration.ofMillis(50)));
    assertThat(failure)
        .hasMessageContaining("did not load its classes within 50 ms")
        .hasMessageContaining("nothing was sent");
    assertThat(failure.kind()).isEqualTo(ModelClientException.Kind.TIMEOUT);
    assertThat(failure.retryable()).isTrue();
    assertThat(failure.wireNanos()).isEqualTo(ModelReply.UNKNOWN);
    mayEnd.countDown();
    assertThat(Calls.failure(client, Calls.request("Hello"))).hasMessageContaining("broke the");
    assertThat(made).hasValue(1);
    client.close();
  }

  @Test
  void aFirstCallHearsAnInterruptWhileItWaits() throws Exception {
    OpenAiModelClient client = client(this::slowly);
    client.warmUp();
    making.await();
    Caller caller = Caller.start(Caller.Kind.PLATFORM, client, Calls.request("Hello"));
    caller.interrupt();
    assertThat(caller.outcome().failure()).isInstanceOf(InterruptedException.class);
    mayEnd.countDown();
    client.close();
  }

  @Test
  void allFirstCallsShareOneTransport() throws Exception {
    OpenAiModelClient client = client(this::slowly);
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(Caller.start(Caller.Kind.PLATFORM, client, Calls.request("Hello")));
    }
    making.await();
    mayEnd.countDown();
    for (Caller caller : callers) {
      assertThat(caller.outcome().failure()).hasMessageContaining("broke the connection");
    }
    assertThat(made).hasValue(1);
    client.close();
    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
  }

  /** A program that ends early need not wait for classes that it does not use any more. */
  @Test
  void closingDoesNotWait() throws Exception {
    OpenAiModelClient client = client(this::slowly);
    client.warmUp();
    making.await();
    client.close();
    assertThat(closed.getCount()).isEqualTo(1);
    mayEnd.countDown();
    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
  }

  /** A call that makes the transport while the client is closed closes what it made. */
  @Test
  void aTransportThatACallMakesIsClosed() throws Exception {
    OpenAiModelClient client = client(this::slowly);
    Caller caller = Caller.start(Caller.Kind.PLATFORM, client, Calls.request("Hello"));
    making.await();
    client.close();
    assertThat(closed.getCount()).isEqualTo(1);
    mayEnd.countDown();
    assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(caller.outcome().failure()).isNotNull();
  }

  @Test
  void aClosedClientMakesNoTransport() {
    OpenAiModelClient client = client(this::slowly);
    client.close();
    client.warmUp();
    assertThat(Calls.failure(client, Calls.request("Hello")))
        .hasMessageContaining("could not be made");
    assertThat(made).hasValue(0);
  }

  @Test
  void aFailureIsThatOfTheCall() {
    OpenAiModelClient client =
        client(
            () -> {
              making.countDown();
              throw new IllegalStateException("broken");
            });
    client.warmUp();
    assertThatCode(making::await).doesNotThrowAnyException();
    assertThat(Calls.failure(client, Calls.request("Hello")))
        .hasMessageContaining("could not be made (IllegalStateException)");
    client.close();
  }

  @Test
  void theRehearsalSucceeds() {
    Endpoint endpoint = new Endpoint("local", URI.create("http://127.0.0.1:1/v1"), null);
    assertThatCode(() -> Rehearsal.run(endpoint, new ChatReplies(new Secrets(null))))
        .doesNotThrowAnyException();
  }
}
