package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.D;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.event.Listeners;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunEvent.StepEvent;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventsTest {

  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  private List<String> of(String step) {
    return events.stream()
        .filter(event -> event instanceof StepEvent e && e.step().name().equals(step))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private AgentRuntime runtime() {
    return AgentRuntime.builder()
        .modelClient("openai", FakeClient.of("x"))
        .listener(Immediately.tell(events::add))
        .build();
  }

  @Test
  void everyStepTellsItsStoryInOrder() throws Exception {
    ModelStep<String> ask = ModelStep.text(AGENT, "ask", "gpt");
    CountDownLatch in = new CountDownLatch(1);
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT, ask).start(ENTRY)) {
      Forked<String> a = run.fork(A, step -> "a");
      // Behind a: the absence makes c absent, and nothing else needs a.
      Forked<String> absent = run.after(a).forkOptional(B, step -> Optional.empty());
      Forked<String> skipped = run.after(a, absent).fork(C, step -> "never");
      Forked<String> answer =
          run.settled(skipped)
              .fork(ask, step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("")));
      run.forkAction(
          D,
          step -> {
            in.countDown();
            new CountDownLatch(1).await();
          });
      run.after(run.fork(StepInfo.code(AGENT, "hang"), step -> new CountDownLatch(1).getCount()));
      run.skip(StepInfo.code(AGENT, "spineSkipped"), "it is not asked for");
      run.perform(StepInfo.code(AGENT, "spine"), step -> Await.latch(in));
      run.result(answer.join());
    }
    assertThat(events.get(0)).isInstanceOf(RunEvent.RunStarted.class);
    assertThat(events.get(events.size() - 1))
        .isInstanceOfSatisfying(
            RunEvent.RunEnded.class, ended -> assertThat(ended.failure()).isNull());
    assertThat(of("a")).containsExactly("Requested", "Ready", "Started", "Finished");
    assertThat(of("b")).containsExactly("Requested", "Ready", "Started", "Finished");
    assertThat(of("c")).containsExactly("Requested", "Skipped");
    assertThat(of("ask"))
        .containsExactly(
            "Requested", "Ready", "Started", "AttemptStarted", "Attempted", "Finished");
    assertThat(of("d")).containsExactly("Requested", "Ready", "Started", "NotNeeded");
    assertThat(of("spineSkipped")).containsExactly("Requested", "Skipped");
    assertThat(of("spine")).containsExactly("Requested", "Ready", "Started", "Finished");
    assertThat(events.stream().map(event -> event.run().id()).distinct()).hasSize(1);
  }

  @Test
  void aFailedRunTellsOfEveryStep() {
    CountDownLatch in = new CountDownLatch(1);
    try (AgentRuntime runtime = runtime()) {
      Throwable thrown =
          catchThrowable(
              () -> {
                try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
                  Forked<Void> a =
                      run.forkAction(
                          A,
                          step -> {
                            in.countDown();
                            new CountDownLatch(1).await();
                          });
                  run.after(a).fork(B, step -> "never");
                  run.call(
                      C,
                      step -> {
                        Await.latch(in);
                        throw new IllegalStateException();
                      });
                }
              });
      assertThat(of("a")).containsExactly("Requested", "Ready", "Started", "Cancelled");
      assertThat(of("b")).containsExactly("Requested", "Cancelled");
      assertThat(of("c")).containsExactly("Requested", "Ready", "Started", "Failed");
      assertThat(events.get(events.size() - 1))
          .isInstanceOfSatisfying(
              RunEvent.RunEnded.class, ended -> assertThat(ended.failure()).isSameAs(thrown));
    }
  }

  @Test
  void aListenerThatThrowsChangesNothingAndIsLoggedOnce() {
    try (CapturedLog log = new CapturedLog(Listeners.class, message -> {});
        AgentRuntime runtime =
            AgentRuntime.builder()
                .listener(
                    Immediately.tell(
                        event -> {
                          throw new StackOverflowError();
                        }))
                .listener(Immediately.tell(events::add))
                .build();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> a = run.fork(A, step -> "a");
      assertThat(run.result(a.join())).isEqualTo("a");
      assertThat(of("a")).hasSize(4);
      assertThat(log.messages()).hasSize(1);
    }
  }
}
