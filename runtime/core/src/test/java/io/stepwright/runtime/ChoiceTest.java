package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.D;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.RunEvent;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ChoiceTest {

  enum Intent {
    REFUND,
    QUESTION,
    SPAM,
    NEWER
  }

  private static final StepInfo REPLY = StepInfo.code(AGENT, "reply");
  private static final StepInfo REFUND_REPLY = StepInfo.code(AGENT, "reply");
  private static final StepInfo QUESTION_REPLY = StepInfo.code(AGENT, "reply");
  private static final StepInfo SPAM_REPLY = StepInfo.code(AGENT, "reply");

  private final ProtocolListener protocol = new ProtocolListener();
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();

  @AfterEach
  void eventsAreInOrder() {
    assertThat(protocol.violations()).isEmpty();
    assertThat(protocol.openRuns()).isZero();
  }

  private AgentRuntime runtime() {
    return AgentRuntime.builder()
        .listener(protocol)
        .listener(Immediately.tell(events::add))
        .build();
  }

  private List<String> of(String step) {
    return events.stream()
        .filter(event -> event instanceof RunEvent.StepEvent e && e.step().name().equals(step))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  /** Forks alternatives as generated code does. */
  private static Forked<String> reply(Run run, Forked<Intent> intent, Forked<String> order) {
    return run.after(intent)
        .choose(
            REPLY,
            branch ->
                switch (intent.get()) {
                  case REFUND ->
                      branch.after(order).fork(REFUND_REPLY, step -> "refund " + order.get());
                  case QUESTION -> branch.fork(QUESTION_REPLY, step -> "answer");
                  case SPAM -> branch.absent(SPAM_REPLY, "it is not asked for");
                  default -> branch.unmatched(REPLY, intent.get());
                });
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEWER")
  void theBranchThatFitsIsTheStep(Intent which) {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Intent> intent = run.fork(A, step -> which);
      Forked<String> order = run.fork(B, step -> "order");
      Forked<String> reply = reply(run, intent, order);
      Forked<String> after = run.settled(reply).fork(C, step -> reply.getOptional().orElse("none"));
      Forked<String> needs = run.after(reply).fork(D, step -> reply.get() + "!");
      Optional<String> expected =
          Optional.ofNullable(
              switch (which) {
                case REFUND -> "refund order";
                case QUESTION -> "answer";
                default -> null;
              });
      assertThat(reply.joinOptional()).isEqualTo(expected);
      assertThat(after.join()).isEqualTo(expected.orElse("none"));
      assertThat(needs.joinOptional()).isEqualTo(expected.map(text -> text + "!"));
      run.result(1);
    }
    if (which == Intent.SPAM) {
      assertThat(of("reply")).containsExactly("Requested", "Skipped");
    } else {
      assertThat(of("reply")).containsExactly("Requested", "Ready", "Started", "Finished");
    }
  }

  @Test
  void aBranchWaitsForItsOwnInputsOnly() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> order =
          run.fork(
              B,
              step -> {
                Await.latch(end);
                return "order";
              });
      Forked<Intent> intent = run.fork(A, step -> Intent.QUESTION);
      Forked<String> reply = reply(run, intent, order);
      // The input of another alternative still runs.
      assertThat(reply.join()).isEqualTo("answer");
      end.countDown();
      run.finish();
    }
  }

  @Test
  void aChoiceWithoutItsInputIsAbsent() {
    AtomicInteger evaluated = new AtomicInteger();
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Intent> intent = run.forkOptional(A, step -> Optional.empty());
      Forked<String> reply =
          run.after(intent)
              .choose(
                  REPLY,
                  branch -> {
                    evaluated.incrementAndGet();
                    return branch.fork(QUESTION_REPLY, step -> "never");
                  });
      assertThat(reply.joinOptional()).isEmpty();
      run.result(1);
    }
    assertThat(evaluated).hasValue(0);
    assertThat(of("reply")).containsExactly("Requested", "Skipped");
  }

  @Test
  void aBranchWithAnAbsentInputIsAbsent() {
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Intent> intent = run.fork(A, step -> Intent.REFUND);
      Forked<String> order = run.forkOptional(B, step -> Optional.empty());
      Forked<String> reply = reply(run, intent, order);
      assertThat(reply.joinOptional()).isEmpty();
      run.result(1);
    }
    assertThat(of("reply")).containsExactly("Requested", "Skipped");
  }

  @Test
  void aValueThatNoBranchKnowsFailsTheRunWithItsName() {
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                Forked<Intent> intent = run.fork(A, step -> Intent.NEWER);
                run.result(reply(run, intent, run.fork(B, step -> "order")).join());
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("'reply'")
        .hasMessageContaining("Intent.NEWER")
        .hasMessageContaining("Compile it again");
    assertThat(of("reply")).containsExactly("Requested", "Failed");
  }

  @Test
  void aValueThatIsUnknownOnTheCallersThreadFailsTheRunWithoutTellingIt() {
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                String text = run.call(A, step -> "personal");
                String reply = run.unmatched(REPLY, text);
                run.result(reply);
              }
            })
        .isInstanceOf(StepFailedException.class)
        .hasMessageContaining("'reply'")
        .hasMessageContaining("String")
        .hasMessageNotContaining("personal");
    assertThat(of("reply")).containsExactly("Requested", "Failed");
  }

  @Test
  void aChoiceThatThrowsOrForksTwiceOrForksNothingFailsTheRun() {
    List<java.util.function.Function<io.stepwright.wiring.After, Forked<String>>> wrong =
        List.of(
            branch -> {
              throw new IllegalArgumentException();
            },
            branch -> {
              branch.fork(QUESTION_REPLY, step -> "one");
              return branch.fork(QUESTION_REPLY, step -> "two");
            },
            branch -> {
              String here = branch.call(QUESTION_REPLY, step -> "here");
              return branch.fork(QUESTION_REPLY, step -> here);
            });
    for (var choice : wrong) {
      assertThatThrownBy(
              () -> {
                try (AgentRuntime runtime = runtime();
                    Run run = runtime.wiring(AGENT).start(ENTRY)) {
                  run.result(run.choose(REPLY, choice).join());
                }
              })
          .isInstanceOf(StepFailedException.class)
          .hasMessageContaining("choice")
          .hasMessageContaining("'reply'");
    }
  }

  @Test
  void aChoiceNeedsNoThreadOfItsOwn() throws Exception {
    AtomicInteger started = new AtomicInteger();
    CountDownLatch forked = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Executor counting =
        task -> {
          started.incrementAndGet();
          new Thread(task).start();
        };
    try (AgentRuntime runtime = AgentRuntime.builder().executor(counting).build();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Thread> a =
          run.fork(
              A,
              step -> {
                begun.countDown();
                Await.latch(forked);
                return Thread.currentThread();
              });
      Forked<Thread> chosen =
          run.after(a)
              .choose(
                  REPLY,
                  branch ->
                      branch.fork(
                          QUESTION_REPLY,
                          step -> {
                            ended.countDown();
                            return Thread.currentThread();
                          }));
      run.perform(
          D,
          step -> {
            Await.latch(begun);
            forked.countDown();
            Await.latch(ended);
          });
      assertThat(chosen.join()).isSameAs(a.join());
      run.result(1);
    }
    assertThat(started).hasValue(1);
  }

  @Test
  void choicesAreMadeOnAnyExecutor() {
    for (Executor executor : List.<Executor>of(task -> {}, Runnable::run)) {
      try (AgentRuntime runtime = AgentRuntime.builder().executor(executor).build();
          Run run = runtime.wiring(AGENT).start(ENTRY)) {
        Forked<Intent> intent = run.fork(A, step -> Intent.REFUND);
        Forked<String> order = run.fork(B, step -> "order");
        Forked<String> reply = reply(run, intent, order);
        Forked<String> nested =
            run.after(reply)
                .choose(D, outer -> outer.choose(D, inner -> inner.fork(D, step -> reply.get())));
        assertThat(run.result(nested.join())).isEqualTo("refund order");
      }
    }
  }

  @Test
  void whatTheBranchOfASideEffectNeedsIsNotDropped() throws Exception {
    StepInfo refund = REPLY.withSideEffect();
    CountDownLatch resulted = new CountDownLatch(1);
    AtomicInteger sent = new AtomicInteger();
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<Intent> intent =
          run.fork(
              A,
              step -> {
                Await.latch(resulted);
                return Intent.REFUND;
              });
      Forked<String> order =
          run.fork(
              B,
              step -> {
                Await.latch(resulted);
                return "order";
              });
      run.after(intent)
          .choose(
              refund,
              branch -> branch.after(order).forkAction(refund, step -> sent.incrementAndGet()));
      run.fork(C, step -> new CountDownLatch(1).getCount());
      resulted.countDown();
      run.result(1);
    }
    assertThat(sent).hasValue(1);
    assertThat(of("b")).endsWith("Finished");
  }

  @Test
  void aNamedChoiceEndsAndAnotherIsNotNeeded() throws Exception {
    EntryPointInfo entry = ENTRY.also("reply");
    CountDownLatch in = new CountDownLatch(1);
    AtomicInteger made = new AtomicInteger();
    try (AgentRuntime runtime = runtime();
        Run run = runtime.wiring(AGENT).start(entry)) {
      Forked<Intent> intent = run.fork(A, step -> Intent.REFUND);
      reply(run, intent, run.fork(B, step -> "order"));
      Forked<Long> hangs =
          run.fork(
              C,
              step -> {
                in.countDown();
                new CountDownLatch(1).await();
                return 1L;
              });
      run.after(hangs)
          .choose(
              D,
              branch -> {
                made.incrementAndGet();
                return branch.fork(D, step -> "never");
              });
      Await.latch(in);
      run.result(1);
    }
    assertThat(of("reply")).containsExactly("Requested", "Ready", "Started", "Finished");
    assertThat(of("d")).containsExactly("Requested", "NotNeeded");
    assertThat(made).hasValue(0);
  }

  @Test
  void aBranchThatWaitsWhenTheRunFailsIsCancelledOnce() {
    CountDownLatch chosen = new CountDownLatch(1);
    assertThatThrownBy(
            () -> {
              try (AgentRuntime runtime = runtime();
                  Run run = runtime.wiring(AGENT).start(ENTRY)) {
                Forked<Long> hangs =
                    run.fork(
                        B,
                        step -> {
                          new CountDownLatch(1).await();
                          return 1L;
                        });
                run.choose(
                    REPLY,
                    branch -> {
                      chosen.countDown();
                      return branch.after(hangs).fork(REFUND_REPLY, step -> "never");
                    });
                run.call(
                    C,
                    step -> {
                      Await.latch(chosen);
                      throw new IllegalStateException();
                    });
              }
            })
        .isInstanceOf(StepFailedException.class);
    assertThat(of("reply")).containsExactly("Requested", "Cancelled");
  }
}
