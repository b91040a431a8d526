package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.A;
import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.B;
import static io.stepwright.runtime.Agents.C;
import static io.stepwright.runtime.Agents.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepwright.spi.ContextPropagator;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ContextTest {

  private static final ThreadLocal<String> USER = new ThreadLocal<>();
  private static final InheritableThreadLocal<String> INHERITED = new InheritableThreadLocal<>();

  private static final ContextPropagator PROPAGATOR =
      () -> {
        String captured = USER.get();
        return () -> {
          String before = USER.get();
          USER.set(captured);
          return () -> USER.set(before);
        };
      };

  private final ExecutorService one = Executors.newSingleThreadExecutor();

  @AfterEach
  void clean() {
    USER.remove();
    INHERITED.remove();
    one.shutdownNow();
  }

  @Test
  void theContextIsInEveryStepAndStaysInItsRun() throws Exception {
    try (AgentRuntime runtime =
        AgentRuntime.builder().executor(one).contextPropagator(PROPAGATOR).build()) {
      USER.set("ann");
      CountDownLatch in = new CountDownLatch(1);
      try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
        Forked<String> a =
            run.fork(
                A,
                step -> {
                  in.countDown();
                  String seen = USER.get();
                  // A change by a step must not reach the next step on this thread.
                  USER.set("changed");
                  return seen;
                });
        Forked<String> b = run.after(a).fork(B, step -> USER.get());
        run.perform(A, step -> Await.latch(in));
        assertThat(run.result(a.join() + " " + b.join())).isEqualTo("ann ann");
      }
      assertThat(one.submit(USER::get).get()).isNull();
      CompletableFuture<String> future =
          runtime.wiring(AGENT).async(ENTRY, run -> run.result(run.call(A, step -> USER.get())));
      USER.set("bob");
      assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("ann");
      assertThat(one.submit(USER::get).get()).isNull();
    }
  }

  @Test
  void ourThreadsInheritNoThreadLocalsButTheClassLoader() throws Exception {
    INHERITED.set("leak");
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    ClassLoader mine = new ClassLoader(before) {};
    Thread.currentThread().setContextClassLoader(mine);
    try (AgentRuntime runtime = AgentRuntime.builder().build()) {
      CompletableFuture<Boolean> future =
          runtime
              .wiring(AGENT)
              .async(
                  ENTRY,
                  run ->
                      run.result(
                          run.call(
                              A,
                              step ->
                                  INHERITED.get() == null
                                      && Thread.currentThread().getContextClassLoader() == mine)));
      assertThat(future.get(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Test
  void conditionsChoicesAndListsAreEvaluatedInTheContextOnEveryThread() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(3);
    StepInfo chosen = StepInfo.code(AGENT, "chosen");
    StepInfo each = StepInfo.code(AGENT, "each");
    try (AgentRuntime runtime =
        AgentRuntime.builder().executor(one).contextPropagator(PROPAGATOR).build()) {
      USER.set("ann");
      try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
        Forked<String> a =
            run.fork(
                A,
                step -> {
                  Await.latch(go);
                  return "a";
                });
        run.after(a)
            .onlyIf(
                a,
                value -> {
                  seen.add(Thread.currentThread().getName() + USER.get());
                  done.countDown();
                  return true;
                },
                "never the case")
            .fork(B, step -> "b");
        run.after(a)
            .choose(
                chosen,
                branch -> {
                  seen.add(Thread.currentThread().getName() + USER.get());
                  done.countDown();
                  return branch.fork(chosen, step -> "c");
                });
        run.after(a)
            .each(
                each,
                () -> {
                  seen.add(Thread.currentThread().getName() + USER.get());
                  done.countDown();
                  return List.of("x");
                },
                (step, item) -> item);
        run.perform(
            C,
            step -> {
              go.countDown();
              Await.latch(done);
            });
        run.finish();
      }
      String worker = one.submit(() -> Thread.currentThread().getName()).get();
      assertThat(seen).containsExactly(worker + "ann", worker + "ann", worker + "ann");
      assertThat(one.submit(USER::get).get()).isNull();
    }
  }

  @Test
  void aStepDoesNotRunWithoutItsContext() throws Exception {
    IllegalStateException broken = new IllegalStateException("context");
    CountDownLatch restored = new CountDownLatch(1);
    try (AgentRuntime runtime =
        AgentRuntime.builder()
            .contextPropagator(
                () ->
                    () -> {
                      restored.countDown();
                      throw broken;
                    })
            .build()) {
      assertThatThrownBy(
              () -> {
                try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
                  Forked<String> a = run.fork(A, step -> "a");
                  run.perform(B, step -> Await.latch(restored));
                  a.join();
                }
              })
          .isInstanceOf(StepFailedException.class)
          .hasCause(broken);
    }
  }

  @Test
  void whatDependsOnAFutureHasTheContextOfTheCaller() throws Exception {
    CountDownLatch depends = new CountDownLatch(1);
    try (AgentRuntime runtime = AgentRuntime.builder().contextPropagator(PROPAGATOR).build()) {
      for (boolean fails : new boolean[] {false, true}) {
        USER.set("ann");
        CompletableFuture<String> future =
            runtime
                .wiring(AGENT)
                .async(
                    ENTRY,
                    run ->
                        run.result(
                            run.call(
                                A,
                                step -> {
                                  depends.await();
                                  if (fails) {
                                    throw new IllegalStateException("no");
                                  }
                                  return "a";
                                })));
        CompletableFuture<String> seen =
            future.handle((value, failure) -> USER.get() + (failure == null));
        CompletableFuture<String> chained =
            seen.thenCompose(
                first ->
                    runtime
                        .wiring(AGENT)
                        .async(ENTRY, run -> run.result(run.call(A, step -> first + USER.get()))));
        USER.set("bob");
        depends.countDown();
        assertThat(chained.get(30, TimeUnit.SECONDS)).isEqualTo("ann" + !fails + "ann");
        assertThat(USER.get()).isEqualTo("bob");
      }
    }
  }

  @Test
  void whatDependsOnAFutureThatNoThreadRunsHasTheContextOfTheCaller() throws Exception {
    CompletableFuture<String> seen;
    USER.set("ann");
    try (AgentRuntime runtime =
        AgentRuntime.builder().executor(task -> {}).contextPropagator(PROPAGATOR).build()) {
      CompletableFuture<String> future =
          runtime.wiring(AGENT).async(ENTRY, run -> run.result(run.call(A, step -> "a")));
      seen = future.handle((value, failure) -> USER.get() + Thread.currentThread().getName());
    }
    assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo("annstepwright-end");
  }

  @Test
  void aContextThatCannotBeRestoredDoesNotKeepAFutureFromItsEnd() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    ContextPropagator breaking =
        () ->
            () -> {
              if (broken.get()) {
                throw new IllegalStateException("no context");
              }
              return () -> {};
            };
    try (AgentRuntime runtime = AgentRuntime.builder().contextPropagator(breaking).build();
        CapturedLog log = new CapturedLog("io.stepwright.engine.AsyncRun", message -> {})) {
      CompletableFuture<String> future =
          runtime
              .wiring(AGENT)
              .async(
                  ENTRY,
                  run ->
                      run.result(
                          run.call(
                              A,
                              step -> {
                                broken.set(true);
                                return "a";
                              })));
      assertThat(future.get(30, TimeUnit.SECONDS)).isEqualTo("a");
      assertThat(log.messages()).singleElement().asString().contains("without the context");
    }
  }
}
