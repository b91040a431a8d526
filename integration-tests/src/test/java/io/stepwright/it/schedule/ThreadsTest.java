package io.stepwright.it.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.it.support.Background;
import io.stepwright.it.support.LiveThreads;
import io.stepwright.it.support.Runtimes;
import io.stepwright.it.support.Waiting;
import io.stepwright.openai.testing.ModelServer;
import io.stepwright.runtime.AgentRuntime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ThreadsTest {

  @Test
  void aLinearAgentStartsNoThread() {
    AtomicInteger tasks = new AtomicInteger();
    Executor counting =
        task -> {
          tasks.incrementAndGet();
          new Thread(task).start();
        };
    try (ModelServer server = ModelServer.http();
        AgentRuntime runtime = Runtimes.builder(server.baseUrl()).executor(counting).build()) {
      Line line = new WiredLine(runtime);
      assertThat(line.run(" hello ")).isEqualTo("An answer. Really.");
      assertThat(line.threads()).containsExactly(Thread.currentThread(), Thread.currentThread());
      assertThat(tasks).hasValue(0);
      // Checks that tasks are counted: two branches need one more thread, which goes on with the
      // next step of its branch, since the caller has published that step before it takes its own.
      CountDownLatch flying = new CountDownLatch(1);
      Trip trip =
          new WiredTrip(
              runtime,
              step -> {
                if (step.equals("flight")) {
                  flying.countDown();
                } else if (step.equals("hotel")) {
                  Waiting.on(flying);
                }
              });
      trip.book("Oslo");
      assertThat(tasks).hasValue(1);
    }
  }

  @Test
  void oneThreadIsEnough() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try (AgentRuntime runtime = AgentRuntime.builder().executor(one).build()) {
      Trip trip = new WiredTrip(runtime, step -> {});
      Trip.Booked booked = trip.book("Oslo");
      assertThat(trip.bookLater("Oslo").get(30, TimeUnit.SECONDS)).isEqualTo(booked);
      // The caller occupies the only thread.
      assertThat(one.submit(() -> trip.book("Oslo")).get(30, TimeUnit.SECONDS)).isEqualTo(booked);
    } finally {
      one.shutdown();
      assertThat(one.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void threadsAreNamedAfterTheStepAndGoWithTheRun() throws Exception {
    CountDownLatch inside = new CountDownLatch(2);
    CountDownLatch go = new CountDownLatch(1);
    try (AgentRuntime runtime = Runtimes.withoutModels()) {
      Trip trip =
          new WiredTrip(
              runtime,
              step -> {
                inside.countDown();
                Waiting.on(go);
              });
      Background<Trip.Booked> run = Background.call(() -> trip.book("Oslo"));
      Waiting.on(inside);
      assertThat(LiveThreads.namedAfter("Trip."))
          .hasSize(1)
          .isSubsetOf(List.of("Trip.flight", "Trip.hotel"));
      go.countDown();
      run.result();
      Waiting.until(() -> LiveThreads.namedAfter("Trip.").isEmpty(), "the end of the threads");
    }
  }
}
