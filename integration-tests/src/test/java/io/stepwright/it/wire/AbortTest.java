package io.stepwright.it.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.it.support.Background;
import io.stepwright.openai.testing.Received;
import io.stepwright.runtime.ModelCallException;
import io.stepwright.runtime.RunCancelledException;
import io.stepwright.runtime.RunTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to end a run ends the requests of that run, and no others. */
@Timeout(120)
class AbortTest {

  @ParameterizedTest
  @EnumSource
  void theFirstFailureAbortsTheSibling(Protocol protocol) throws Exception {
    try (Scene scene = Scene.of(protocol)) {
      Background<?> victim = Background.call(() -> scene.research().find(Scene.VICTIM));
      List<Received> siblings =
          scene.victims().stream()
              .filter(request -> request.prompt().startsWith("facts"))
              .collect(Collectors.toList());
      assertThat(siblings).hasSize(1);
      long failed = System.nanoTime();
      scene.fail();
      Scene.assertAborted(failed, siblings);
      assertThat(victim.failure())
          .isInstanceOfSatisfying(
              ModelCallException.class,
              failure -> {
                assertThat(failure.step()).isEqualTo("rumours");
                assertThat(failure.status()).isEqualTo(400);
                assertThat(failure.getSuppressed()).isEmpty();
              });
      scene.assertBystanderIsWell();
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancelOfTheFutureAborts(Protocol protocol) throws Exception {
    try (Scene scene = Scene.of(protocol)) {
      CompletableFuture<Research.Found> future = scene.research().findLater(Scene.VICTIM);
      List<Received> requests = scene.victims();
      long cancelled = System.nanoTime();
      assertThat(future.cancel(true)).isTrue();
      Scene.assertAborted(cancelled, requests);
      assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
      scene.assertBystanderIsWell();
    }
  }

  @ParameterizedTest
  @EnumSource
  void orTimeoutOfTheFutureAborts(Protocol protocol) throws Exception {
    try (Scene scene = Scene.of(protocol)) {
      CompletableFuture<Research.Found> future = scene.research().findLater(Scene.VICTIM);
      List<Received> requests = scene.victims();
      long set = System.nanoTime();
      future.orTimeout(1, TimeUnit.MILLISECONDS);
      Scene.assertAborted(set, requests);
      assertThatThrownBy(future::get).hasCauseInstanceOf(TimeoutException.class);
      scene.assertBystanderIsWell();
    }
  }

  @ParameterizedTest
  @EnumSource
  void interruptOfTheCallerAborts(Protocol protocol) throws Exception {
    try (Scene scene = Scene.of(protocol)) {
      Background<Boolean> victim =
          Background.call(
              () -> {
                assertThatThrownBy(() -> scene.research().find(Scene.VICTIM))
                    .isInstanceOf(RunCancelledException.class)
                    .hasMessageContaining("interrupted");
                // Restores the interrupt flag instead of swallowing the interrupt.
                return Thread.currentThread().isInterrupted();
              });
      List<Received> requests = scene.victims();
      long interrupted = System.nanoTime();
      victim.interrupt();
      Scene.assertAborted(interrupted, requests);
      assertThat(victim.result()).isTrue();
      scene.assertBystanderIsWell();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDeadlineAborts(Protocol protocol) throws Exception {
    try (Scene scene = Scene.of(protocol)) {
      long start = System.nanoTime();
      Background<?> victim = Background.call(() -> scene.research().findSoon(Scene.VICTIM));
      List<Received> requests = scene.victims();
      Scene.assertAborted(start + Duration.ofMillis(1_500).toNanos(), requests);
      assertThat(victim.failure())
          .isInstanceOf(RunTimeoutException.class)
          .hasMessageContainingAll("Research.findSoon", "'facts' for", "'rumours' for", "timeout");
      scene.assertBystanderIsWell();
    }
  }
}
