package io.stepwright.openai.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.openai.testing.Answer;
import io.stepwright.openai.testing.Gate;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.spi.ModelClientException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TimeoutTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void silenceBeforeTheHeadersTimesOut(boolean encrypted) throws Exception {
    timesOut(encrypted, Answer.chat().heldBy(new Gate()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aStalledBodyTimesOut(boolean encrypted) throws Exception {
    timesOut(encrypted, Answer.chat().stallingAfter(20));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void headersWithoutABodyTimeOut(boolean encrypted) throws Exception {
    timesOut(encrypted, Answer.chat().stallingAfter(0));
  }

  /** Bytes that keep arriving do not extend the limit. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBodyInDropsTimesOut(boolean encrypted) throws Exception {
    timesOut(encrypted, Answer.text("x".repeat(10_000)).slowly(1, Duration.ofMillis(20)));
  }

  @Test
  void aSlowBodyInTimeIsWhole() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      server.answer(Answer.text("slow but whole").slowly(40, Duration.ofMillis(5)));
      assertThat(client.call(Calls.request("hello")).text()).isEqualTo("slow but whole");
    }
  }

  @Test
  void anUnfinishedHandshakeTimesOut() throws Exception {
    try (HeldPort port = new HeldPort(1);
        OpenAiModelClient client =
            new OpenAiModelClient(new Endpoint("local", port.url("https"), null), null)) {
      ModelClientException failure =
          Calls.failure(client, Calls.request("hello", Duration.ofMillis(400)));
      assertThat(failure).hasMessageContaining("did not answer within 400 ms");
      assertThat(failure.retryable()).isTrue();
    }
  }

  @Test
  void noTimeIsNoRequest() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      ModelClientException failure = Calls.failure(client, Calls.request("hello", Duration.ZERO));
      assertThat(failure).hasMessageContaining("did not answer within 0 ms");
      assertThat(server.count()).isZero();
    }
  }

  /** Tests a limit that is longer than a nanosecond clock can count. */
  @Test
  void aLimitOfAgesIsNoLimit() throws Exception {
    try (ModelServer server = ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
      assertThat(client.call(Calls.request("hello", ages)).text()).isEqualTo("An answer.");
    }
  }

  private static void timesOut(boolean encrypted, Answer answer) throws Exception {
    try (ModelServer server = encrypted ? ModelServer.https(100) : ModelServer.http();
        OpenAiModelClient client = Calls.client(server)) {
      client.call(Calls.request("warm up"));
      server.answer(answer);
      ModelClientException failure =
          Calls.failure(client, Calls.request("hello", Duration.ofMillis(400)));
      assertThat(failure).hasMessageContaining("did not answer within 400 ms");
      assertThat(failure.status()).isEqualTo(ModelClientException.NO_STATUS);
      assertThat(failure.retryable()).isTrue();
      server.awaitCount(2).awaitAborted(PATIENCE);
      server.awaitInFlight(0);
      assertThat(server.count()).isEqualTo(2);

      server.answer(Answer.text("again"));
      assertThat(client.call(Calls.request("hello")).text()).isEqualTo("again");
    }
  }
}
