package io.stepwright.openaijava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponse;
import com.openai.credential.BearerTokenCredential;
import io.stepwright.openai.client.AccountDigest;
import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClientException;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.StepId;
import io.stepwright.spi.Turn;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tells the senders of requests apart, and keeps what identifies them secret. */
@Timeout(60)
class SenderTest {

  private final ModelServer server = ModelServer.http();
  private final SdkClients clients = new SdkClients();

  @AfterEach
  void close() {
    clients.close();
    server.close();
  }

  private static ModelRequest request(Duration timeout) {
    return new ModelRequest(
        new StepId("Agent", "step", "step", ""),
        "gpt-4o",
        List.of(new Turn.User("hello")),
        List.of(),
        null,
        new ModelRequest.Options(timeout, "key"));
  }

  private OpenAiJavaClient client(UnaryOperator<OpenAIOkHttpClient.Builder> settings) {
    return OpenAiJavaClient.of(
        clients.add(
            settings.apply(OpenAIOkHttpClient.builder().baseUrl(server.baseUrl())).build()));
  }

  @Test
  void accountsDifferByEachHeaderAndParameter() {
    List<UnaryOperator<OpenAIOkHttpClient.Builder>> senders =
        List.of(
            builder -> builder,
            builder -> builder.organization("a"),
            builder -> builder.organization("b"),
            builder -> builder.project("a"),
            builder -> builder.putHeader("X-Tenant", "a"),
            builder -> builder.putHeader("X-Tenant", "b"),
            builder -> builder.putHeader("X-Tenant", "a").putHeader("X-Tenant", "b"),
            builder -> builder.putQueryParam("tenant", "a"),
            builder -> builder.putQueryParam("tenant", "b"),
            builder -> builder.putQueryParam("x-tenant", "a"));
    Set<String> accounts = new HashSet<>();
    for (UnaryOperator<OpenAIOkHttpClient.Builder> sender : senders) {
      try (OpenAiJavaClient one = client(builder -> sender.apply(builder.apiKey("sk-1")));
          OpenAiJavaClient same = client(builder -> sender.apply(builder.apiKey("sk-1")))) {
        assertThat(accounts.add(one.account())).isTrue();
        assertThat(same.account()).isEqualTo(one.account()).matches("[0-9a-f]{64}");
      }
    }
  }

  /**
   * Headers by which the library describes itself and the machine; they would separate processes of
   * one account.
   */
  @Test
  void theAccountOfAKeyAloneIsItsDigest() {
    try (OpenAiJavaClient client = client(builder -> builder.apiKey("sk-1"))) {
      assertThat(client.account()).isEqualTo(AccountDigest.of("sk-1"));
    }
  }

  private OpenAiJavaClient secretive(String token) {
    return client(
        builder ->
            builder
                .credential(BearerTokenCredential.create(() -> token))
                .putHeader("X-Gateway", "gateway-secret-1")
                .putQueryParam("sig", "query/secret-1"));
  }

  @Test
  void secretsAreMaskedInFailures() {
    server.answer(
        Answer.raw(
            400,
            "{\"error\":{\"message\":\"gateway-secret-1, query/secret-1, query%2Fsecret-1,"
                + " entra-token-4711, java\"}}"));
    try (OpenAiJavaClient client = secretive("entra-token-4711")) {
      ModelClientException failure =
          catchThrowableOfType(
              ModelClientException.class, () -> client.call(request(Duration.ofSeconds(60))));
      assertThat(failure.serverMessage()).isEqualTo("***, ***, ***, ***, java");
    }
  }

  @Test
  void secretsAreMaskedInReplies() throws Exception {
    String word = "\"gateway-secret-1 query/secret-1 entra-token-4711\"";
    server.answer(
        Answer.raw(
            200,
            "{\"id\":%1$s,\"model\":%1$s,\"choices\":[{\"finish_reason\":%1$s,\"message\":{\"content\":\"a\"}}]}"
                .formatted(word)));
    try (OpenAiJavaClient client = secretive("entra-token-4711")) {
      ModelReply reply = client.call(request(Duration.ofSeconds(60)));
      assertThat(List.of(reply.id(), reply.model(), reply.finishReason()))
          .allSatisfy(shown -> assertThat(shown).contains("***").doesNotContain("secret", "4711"));
    }
  }

  @Test
  void fetchingATokenEndsAtTheDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    try (OpenAiJavaClient client = slowToken(new CountDownLatch(1), never)) {
      for (boolean streamed : List.of(false, true)) {
        ModelRequest request = request(Duration.ofMillis(300));
        ModelClientException failure =
            catchThrowableOfType(
                ModelClientException.class,
                () -> {
                  if (streamed) {
                    client.stream(request, text -> {});
                  } else {
                    client.call(request);
                  }
                });
        assertThat(failure.kind()).isEqualTo(ModelClientException.Kind.TIMEOUT);
      }
    } finally {
      never.countDown();
    }
    assertThat(server.count()).isZero();
  }

  @Test
  void fetchingATokenHearsAnInterrupt() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    try (OpenAiJavaClient client = slowToken(asked, never)) {
      Thread caller =
          new Thread(
              () -> {
                try {
                  client.call(request(Duration.ofHours(1)));
                } catch (Throwable e) {
                  thrown.set(e);
                }
              });
      caller.start();
      asked.await();
      caller.interrupt();
      caller.join();
    } finally {
      never.countDown();
    }
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
  }

  /** Makes a client whose token comes when a latch opens, and which hears no interrupt. */
  private OpenAiJavaClient slowToken(CountDownLatch asked, CountDownLatch until) {
    return client(
        builder ->
            builder.credential(
                BearerTokenCredential.create(
                    () -> {
                      asked.countDown();
                      awaitDeaf(until);
                      return "late";
                    })));
  }

  /** Waits without hearing interrupts, as some blocking libraries do. */
  private static void awaitDeaf(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // Goes on.
      }
    }
  }

  /** The response arrives after its caller has gone, from a client that hears no interrupt. */
  @Test
  void aResponseThatNobodyTakesIsClosed() throws Exception {
    CountDownLatch closed = new CountDownLatch(1);
    HttpResponse response =
        (HttpResponse)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpResponse.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "statusCode" -> 200;
                      case "close" -> {
                        closed.countDown();
                        yield null;
                      }
                      case "headers" -> com.openai.core.http.Headers.builder().build();
                      default -> java.io.InputStream.nullInputStream();
                    });
    CountDownLatch gone = new CountDownLatch(1);
    com.openai.core.http.HttpClient http =
        (com.openai.core.http.HttpClient)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {com.openai.core.http.HttpClient.class},
                (proxy, method, arguments) -> {
                  awaitDeaf(gone);
                  return response;
                });
    long deadline = System.nanoTime() + Duration.ofHours(1).toNanos();
    SdkStream stream =
        new SdkStream(
            http,
            () ->
                com.openai.core.http.HttpRequest.builder()
                    .method(com.openai.core.http.HttpMethod.POST)
                    .baseUrl("http://127.0.0.1:1")
                    .build(),
            deadline);
    Thread.currentThread().interrupt();
    assertThatThrownBy(stream::open).isInstanceOf(InterruptedException.class);
    gone.countDown();
    closed.await();
  }
}
