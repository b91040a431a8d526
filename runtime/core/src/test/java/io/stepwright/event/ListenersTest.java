package io.stepwright.event;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.background.DaemonThreads;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.runtime.CapturedLog;
import io.stepwright.runtime.FakeClient;
import io.stepwright.runtime.Immediately;
import io.stepwright.spi.ModelContent;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The behaviour of a listener does not affect a run. */
@Timeout(60)
class ListenersTest {

  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");

  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  private static String run(AgentRuntime runtime) {
    try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
      return run.result(run.call(A, step -> "a"));
    }
  }

  private static void blockUntil(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aListenerThatBlocksForEverHoldsNobodyBack() {
    CountDownLatch never = new CountDownLatch(1);
    try (CapturedLog log = new CapturedLog(Listeners.class, message -> {})) {
      try (AgentRuntime runtime =
          AgentRuntime.builder()
              .listener(event -> blockUntil(never))
              .listener(Immediately.tell(events::add))
              .build()) {
        for (int i = 0; i < 100; i++) {
          assertThat(run(runtime)).isEqualTo("a");
        }
      }
      assertThat(events).hasSize(100 * 6);
      // The listener was handling the first event; the close interrupted it and dropped the others.
      assertThat(log.messages())
          .singleElement()
          .asString()
          .contains("ListenersTest", "did not receive 599 events");
    }
  }

  @Test
  void whatAListenerMissesIsCountedAndSaid() throws Exception {
    CountDownLatch in = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    RunListener slow =
        event -> {
          events.add(event);
          in.countDown();
          blockUntil(go);
        };
    try (CapturedLog log = new CapturedLog(Listeners.class, message -> {})) {
      Listeners listeners = new Listeners(List.of(slow), DaemonThreads::daemon, 3);
      RunEvent.RunKey key = new RunEvent.RunKey(1, "Agent", "run");
      listeners.emit(new RunEvent.RunStarted(key, 0));
      in.await();
      for (int i = 1; i <= 5; i++) {
        listeners.emit(new RunEvent.RunStarted(key, i));
      }
      assertThat(log.messages()).singleElement().asString().contains("3 events are queued");
      go.countDown();
      while (events.size() < 4) {
        Thread.onSpinWait();
      }
      listeners.emit(new RunEvent.RunStarted(key, 6));
      listeners.close();
      assertThat(events).extracting(RunEvent::nanos).containsExactly(0L, 1L, 2L, 3L, 6L);
      assertThat(log.messages()).hasSize(2);
      assertThat(log.messages().get(1)).contains("did not receive 2 events");
    }
  }

  @Test
  void closingTheRuntimeWaitsUntilTheyHaveHeardOfAllInOrder() {
    List<RunEvent> immediately = new CopyOnWriteArrayList<>();
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .listener(events::add)
            .listener(Immediately.tell(immediately::add))
            .build()) {
      for (int i = 0; i < 200; i++) {
        run(runtime);
      }
    }
    assertThat(immediately).hasSize(200 * 6);
    assertThat(events).containsExactlyElementsOf(immediately);
  }

  @Test
  void thereAreNoEventsIfNobodyListens() {
    AtomicBoolean listening = new AtomicBoolean();
    RunListener sometimes =
        new RunListener() {
          @Override
          public void onEvent(RunEvent event) {
            events.add(event);
          }

          @Override
          public boolean onCallingThread() {
            return true;
          }

          @Override
          public boolean isListening() {
            return listening.get();
          }
        };
    try (AgentRuntime runtime = AgentRuntime.builder().listener(sometimes).build()) {
      run(runtime);
      assertThat(events).isEmpty();
      listening.set(true);
      run(runtime);
      assertThat(events).hasSize(6);
    }
  }

  @Test
  void contentIsOnlyForThoseThatWantIt() {
    record Told(ModelContent content, int number) {}
    List<Told> told = new CopyOnWriteArrayList<>();
    List<Told> unasked = new CopyOnWriteArrayList<>();
    class Reader implements RunListener {
      private final boolean wants;
      private final List<Told> told;

      Reader(boolean wants, List<Told> told) {
        this.wants = wants;
        this.told = told;
      }

      @Override
      public void onEvent(RunEvent event) {}

      @Override
      public boolean wantsContent() {
        return wants;
      }

      @Override
      public void onContent(RunEvent.Attempted attempt, ModelContent content) {
        told.add(new Told(content, attempt.number()));
      }
    }
    FakeClient client =
        new FakeClient(
            request ->
                new ModelReply("the answer", "m", ModelReply.Finish.COMPLETE, 1, 2).named("id-1"));
    try (AgentRuntime runtime =
            AgentRuntime.builder()
                .modelClient("openai", client)
                .listener(new Reader(true, told))
                .listener(new Reader(false, unasked))
                .listener(Immediately.tell(events::add))
                .build();
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      run.result(
          run.call(
              ASK,
              step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("the prompt"))));
    }
    assertThat(told).hasSize(1);
    assertThat(told.get(0).content().turns().get(0).display()).isEqualTo("the prompt");
    assertThat(told.get(0).content().answer()).isEqualTo("the answer");
    assertThat(told.get(0).content().toString()).isEqualTo("ModelContent[]");
    assertThat(unasked).isEmpty();
    assertThat(events.toString()).contains("id-1").doesNotContain("the prompt", "the answer");
  }

  @Test
  void anAttemptTellsWhatWasAskedWhereAndWhatCame() {
    FakeClient client =
        new FakeClient(
            request ->
                new ModelReply("x", "gpt-real-2", ModelReply.Finish.COMPLETE, 7, 3).named("id-1")) {
          @Override
          public String endpoint() {
            return "https://user:secret@[::1]/v1";
          }
        };
    try (AgentRuntime runtime =
            AgentRuntime.builder()
                .modelClient("openai", client)
                .listener(Immediately.tell(events::add))
                .build();
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      run.result(
          run.call(ASK, step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("p"))));
    }
    RunEvent.Attempted attempt =
        events.stream()
            .filter(RunEvent.Attempted.class::isInstance)
            .map(RunEvent.Attempted.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(attempt.asked())
        .satisfies(
            asked -> {
              assertThat(asked.provider()).isEqualTo("openai");
              assertThat(asked.model()).isEqualTo("gpt");
              assertThat(asked.host()).isEqualTo("::1");
              assertThat(asked.port()).isEqualTo(443);
              assertThat(asked.temperature()).isNaN();
              assertThat(asked.structured()).isFalse();
            });
    assertThat(attempt.answered().model()).isEqualTo("gpt-real-2");
    assertThat(attempt.answered().id()).isEqualTo("id-1");
    assertThat(attempt.errorType()).isNull();
    assertThat(events.toString()).doesNotContain("secret");
  }
}
