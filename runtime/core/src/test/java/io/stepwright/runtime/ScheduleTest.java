package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.D;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.Wiring;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduleTest {

  private static AgentRuntime runtime(Executor executor) {
    return AgentRuntime.builder().executor(executor).build();
  }

  @Test
  void independentStepsOverlap() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      Wiring wiring = runtime.wiring(Agents.AGENT);
      try (Run run = wiring.start(ENTRY)) {
        Forked<String> a =
            run.fork(
                A,
                step -> {
                  Await.barrier(both);
                  return "a";
                });
        String b =
            run.call(
                B,
                step -> {
                  Await.barrier(both);
                  return "b";
                });
        assertThat(run.result(a.join() + b)).isEqualTo("ab");
      }
    }
  }

  @Test
  void aStepStartsWhenItsOwnInputsAreThereWhileAnUnrelatedOneRuns() throws Exception {
    CountDownLatch cRan = new CountDownLatch(1);
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
        Forked<String> slow =
            run.fork(
                A,
                step -> {
                  // Ends only after c, which a barrier between stages would prevent.
                  Await.latch(cRan);
                  return "a";
                });
        Forked<String> b = run.fork(B, step -> "b");
        Forked<String> c =
            run.after(b)
                .fork(
                    C,
                    step -> {
                      cRan.countDown();
                      return b.get() + "c";
                    });
        assertThat(run.result(slow.join() + c.join())).isEqualTo("abc");
      }
    }
  }

  @Test
  void aLinearChainStartsNoThread() {
    AtomicInteger started = new AtomicInteger();
    try (AgentRuntime runtime =
        runtime(
            task -> {
              started.incrementAndGet();
              new Thread(task).start();
            })) {
      try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
        int a = run.call(A, step -> 1);
        int b = run.call(B, step -> a + 1);
        run.perform(C, step -> {});
        int d = run.call(D, step -> b + 1);
        assertThat(run.result(Integer.valueOf(d))).isEqualTo(3);
      }
    }
    assertThat(started).hasValue(0);
  }

  @Test
  void aChainOfForksSharesOneThread() {
    AtomicInteger started = new AtomicInteger();
    CountDownLatch forked = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    try (AgentRuntime runtime =
        runtime(
            task -> {
              started.incrementAndGet();
              new Thread(task).start();
            })) {
      try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
        Forked<Thread> a =
            run.fork(
                A,
                step -> {
                  begun.countDown();
                  Await.latch(forked);
                  return Thread.currentThread();
                });
        Forked<Thread> b = run.after(a).fork(B, step -> Thread.currentThread());
        Forked<Thread> c = run.after(b).fork(C, step -> Thread.currentThread());
        run.call(
            D,
            step -> {
              // The caller stays inside a step until the chain has begun on another thread.
              Await.latch(begun);
              forked.countDown();
              return 1;
            });
        Thread last = c.join();
        assertThat(last).isSameAs(b.get()).isSameAs(a.get()).isNotSameAs(Thread.currentThread());
        run.result(1);
      }
    }
    assertThat(started).hasValue(1);
  }

  @Test
  void anExecutorOfOneThreadIsEnough() throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try (AgentRuntime runtime = runtime(one)) {
      assertThat(diamond(runtime)).isEqualTo("abacabac!");
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void anExecutorThatRunsNothingIsEnough() {
    try (AgentRuntime runtime = runtime(task -> {})) {
      assertThat(diamond(runtime)).isEqualTo("abacabac!");
    }
  }

  @Test
  void anExecutorThatRunsInlineIsEnough() {
    try (AgentRuntime runtime = runtime(Runnable::run)) {
      assertThat(diamond(runtime)).isEqualTo("abacabac!");
    }
  }

  private static String diamond(AgentRuntime runtime) {
    try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
      Forked<String> a = run.fork(A, step -> "a");
      Forked<String> b = run.after(a).fork(B, step -> a.get() + "b");
      Forked<String> c = run.after(a).fork(C, step -> a.get() + "c");
      Forked<String> d = run.after(b, c).fork(D, step -> b.get() + c.get());
      String e = run.after(b).settled(c).call(A, step -> b.get() + c.get());
      return run.result(d.join() + e + "!");
    }
  }

  @Test
  void absentInputsMakeStepsAbsentAtOnce() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
        Forked<String> slow =
            run.fork(
                A,
                step -> {
                  Await.latch(end);
                  return "a";
                });
        Forked<String> absent = run.forkOptional(B, step -> Optional.empty());
        Forked<String> c = run.after(slow, absent).fork(C, step -> "never");
        Forked<String> d = run.after(c).fork(D, step -> "never");
        Forked<Boolean> e = run.settled(d).fork(D, step -> d.getOptional().isEmpty());
        // The slow input still runs, and no step waits for it.
        assertThat(e.join()).isTrue();
        assertThat(c.joinOptional()).isEmpty();
        assertThat(d.joinOptional()).isEmpty();
        assertThat(run.after(slow, absent).<String>callOptional(A, step -> Optional.of("never")))
            .isEmpty();
        run.after(slow, absent).perform(A, step -> end.await());
        assertThatThrownBy(absent::get)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("'b'")
            .hasMessageContaining("absent");
        end.countDown();
        assertThat(run.result(slow.join())).isEqualTo("a");
      }
    }
  }

  @Test
  void anOptionalIsFlattened() {
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
        Forked<String> there = run.forkOptional(A, step -> Optional.of("a"));
        assertThat(there.join()).isEqualTo("a");
        assertThat(there.joinOptional()).contains("a");
        assertThat(run.<String>callOptional(B, step -> Optional.of("b"))).contains("b");
        assertThat(run.<String>callOptional(C, step -> Optional.empty())).isEmpty();
        assertThat(run.<String>skip(D, "it is not asked for")).isEmpty();
        Forked<String> absent = run.absent(D, "it is not asked for");
        assertThat(absent.joinOptional()).isEmpty();
        assertThat(run.after(there, absent).fork(D, step -> "never").joinOptional()).isEmpty();
        run.result(1);
      }
    }
  }

  @Test
  void getNeverBlocks() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
        Forked<Void> a = run.forkAction(A, step -> Await.latch(end));
        assertThatThrownBy(a::get)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("has not ended");
        end.countDown();
        assertThat(a.join()).isNull();
        run.finish();
      }
    }
  }

  @Test
  void ourThreadsAreNamedByAgentAndStep() throws Exception {
    AtomicReference<String> caller = new AtomicReference<>();
    String before = Thread.currentThread().getName();
    CountDownLatch begun = new CountDownLatch(2);
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
        Forked<String> a =
            run.fork(
                A,
                step -> {
                  begun.countDown();
                  Await.latch(begun);
                  return Thread.currentThread().getName();
                });
        Forked<String> b = run.after(a).fork(B, step -> Thread.currentThread().getName());
        run.perform(
            C,
            step -> {
              caller.set(Thread.currentThread().getName());
              begun.countDown();
              Await.latch(begun);
              Await.until("b", () -> isThere(b));
            });
        assertThat(a.join()).isEqualTo("Onboarding.a");
        assertThat(b.join()).isEqualTo("Onboarding.b");
        run.result(1);
      }
    }
    assertThat(caller).hasValue(before);
    assertThat(Thread.currentThread().getName()).isEqualTo(before);
  }

  private static boolean isThere(Forked<?> forked) {
    try {
      forked.get();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  @Test
  void foreignThreadsKeepTheirNames() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    try (AgentRuntime runtime = runtime(task -> new Thread(task, "theirs").start())) {
      try (Run run = runtime.wiring(Agents.AGENT).start(ENTRY)) {
        Forked<String> a =
            run.fork(
                A,
                step -> {
                  begun.countDown();
                  return Thread.currentThread().getName();
                });
        Await.latch(begun);
        assertThat(run.result(a.join())).isEqualTo("theirs");
      }
    }
  }
}
