package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.D;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.spi.ModelClientException;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing outlives a run, in whatever way it ends. */
@Timeout(180)
class StressTest {

  private static final int RUNS = 10_000;
  private static final int CALLERS = 16;
  private static final ModelStep<String> ASK = ModelStep.text(AGENT, "ask", "gpt");
  private static final StepInfo SIDE = StepInfo.code(AGENT, "side").withSideEffect();
  private static final EntryPointInfo SHORT =
      EntryPointInfo.of(AGENT, "short").within(Duration.ofMillis(2));

  private final AtomicInteger inBodies = new AtomicInteger();
  private final AtomicInteger leakedInterrupts = new AtomicInteger();

  /** Executors that runs have to work with. */
  enum Threads {
    OWN,
    ONE,
    TWO,
    INLINE
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftAfterRandomFaults(Threads threads) throws Exception {
    long seed = System.nanoTime();
    System.out.println("StressTest seed " + seed);
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    FakeClient client =
        new FakeClient(
            request -> {
              Thread.sleep(0, 200_000);
              if (request.options().idempotencyKey().hashCode() % 7 == 0) {
                throw new ModelClientException("fault", 500, true, null, null);
              }
              return FakeClient.reply("x");
            });
    ProtocolListener protocol = new ProtocolListener();
    ExecutorService foreign = Executors.newFixedThreadPool(threads == Threads.ONE ? 1 : 2);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    AtomicInteger good = new AtomicInteger();
    AtomicInteger bad = new AtomicInteger();
    AgentRuntime.Builder builder =
        AgentRuntime.builder()
            .modelClient("openai", client)
            .listener(protocol)
            .configuration("stepwright.providers.openai.max-concurrency", "8");
    if (threads != Threads.OWN) {
      builder.executor(threads == Threads.INLINE ? Runnable::run : foreign);
    }
    try (AgentRuntime runtime = builder.build()) {
      Wiring wiring = runtime.wiring(AGENT, ASK);
      List<Future<?>> futures = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        long runSeed = seed + i;
        futures.add(
            callers.submit(
                () -> {
                  Random random = new Random(runSeed);
                  try {
                    oneRun(wiring, random);
                    good.incrementAndGet();
                  } catch (AgentException | java.util.concurrent.CompletionException e) {
                    bad.incrementAndGet();
                  } catch (java.util.concurrent.CancellationException e) {
                    bad.incrementAndGet();
                  }
                  if (Thread.interrupted()) {
                    leakedInterrupts.incrementAndGet();
                  }
                }));
      }
      for (Future<?> future : futures) {
        future.get(120, TimeUnit.SECONDS);
      }
      assertThat(good.get() + bad.get()).isEqualTo(RUNS);
      // Both outcomes must have occurred, otherwise the test shows nothing.
      assertThat(good.get()).isGreaterThan(RUNS / 20);
      assertThat(bad.get()).isGreaterThan(RUNS / 20);
      // A run that was cancelled through its future may still be draining.
      Await.until("open runs", () -> runtime.engine().openRuns().count() == 0);
      assertThat(inBodies).hasValue(0);
      assertThat(runtime.engine().alarms().count()).isZero();
      assertThat(runtime.engine().models().clients().provider("openai").availablePermits())
          .isEqualTo(8);
      if (foreign.submit(() -> Thread.currentThread().isInterrupted()).get()) {
        leakedInterrupts.incrementAndGet();
      }
    } finally {
      callers.shutdownNow();
      foreign.shutdownNow();
    }
    assertThat(protocol.violations()).isEmpty();
    assertThat(protocol.openRuns()).isZero();
    assertThat(leakedInterrupts).hasValue(0);
    Await.until(
        "threads",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(
                    thread ->
                        !before.contains(thread)
                            && (thread.getName().startsWith("Onboarding.")
                                || thread.getName().startsWith("stepwright-"))));
  }

  private void oneRun(Wiring wiring, Random random) {
    EntryPointInfo entry = random.nextInt(10) == 0 ? SHORT : ENTRY;
    if (random.nextInt(4) == 0) {
      CompletableFuture<String> future =
          wiring.async(entry, run -> graph(wiring, run, random(random)));
      if (random.nextInt(3) == 0) {
        future.cancel(true);
      } else if (random.nextInt(3) == 0) {
        future.orTimeout(1, TimeUnit.MILLISECONDS);
      }
      future.join();
      return;
    }
    try (Run run = wiring.start(entry)) {
      graph(wiring, run, random(random));
    }
  }

  private static Random random(Random random) {
    return new Random(random.nextLong());
  }

  private String graph(Wiring wiring, Run run, Random random) {
    Forked<String> a = run.fork(A, step -> body(random.nextInt(40)));
    int kind = random.nextInt(40);
    Forked<String> b =
        run.after(a)
            .forkOptional(B, step -> kind % 3 == 0 ? Optional.empty() : Optional.of(body(kind)));
    Forked<String> c = run.after(b).fork(C.within(Duration.ofMillis(1)), step -> body(kind));
    Forked<String> ask =
        run.settled(c)
            .fork(ASK, step -> step.ask(ModelStep.text(AGENT, "ask", "gpt"), PromptText.of("x")));
    if (kind == 7) {
      run.after(a).forkAction(SIDE, step -> body(0));
    }
    if (kind == 8) {
      return run.result("early");
    }
    if (kind == 9) {
      throw new RunCancelledException("Onboarding", "left by an exception of its own", null);
    }
    String d =
        run.call(
            D,
            step -> {
              if (kind < 5) {
                try (Run inner = wiring.start(SHORT)) {
                  Forked<String> x = inner.fork(A, nested -> body(kind));
                  return inner.result(x.join() + inner.call(B, nested -> body(kind + 10)));
                }
              }
              return kind < 10 ? wiring.direct(A, nested -> body(kind)) : body(kind);
            });
    Optional<String> maybe = c.joinOptional();
    return run.result(d + ask.join() + maybe.orElse(""));
  }

  private String body(int kind) throws Exception {
    inBodies.incrementAndGet();
    try {
      switch (kind) {
        case 1 -> throw new IllegalStateException("fault");
        case 2 -> Thread.sleep(3);
        case 3 -> {
          // Ignores interrupts for a while and returns with the flag set.
          long end = System.nanoTime() + 2_000_000;
          while (System.nanoTime() < end) {
            LockSupport.parkNanos(100_000);
          }
        }
        case 4 -> throw new StackOverflowError();
        default -> Thread.onSpinWait();
      }
      return "v";
    } finally {
      inBodies.decrementAndGet();
    }
  }

  @Test
  void manyRunsAtOnceFinish() throws Exception {
    int runs = Runtime.version().feature() >= 21 ? 10_000 : 1_000;
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      Wiring wiring = runtime.wiring(AGENT);
      List<CompletableFuture<String>> futures = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        futures.add(
            wiring.async(
                ENTRY,
                run -> {
                  Forked<String> a = run.fork(A, step -> slow("a"));
                  String b = run.call(B, step -> slow("b"));
                  String c = run.call(C, step -> slow("c"));
                  return run.result(a.join() + b + c);
                }));
      }
      for (CompletableFuture<String> future : futures) {
        assertThat(future.get(120, TimeUnit.SECONDS)).isEqualTo("abc");
      }
      assertThat(runtime.engine().openRuns().count()).isZero();
      assertThat(runtime.engine().alarms().count()).isZero();
    }
  }

  private static String slow(String value) throws InterruptedException {
    Thread.sleep(100);
    return value;
  }
}
