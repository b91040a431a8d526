package io.stepwright.opentelemetry;

import static io.stepwright.opentelemetry.Agents.A;
import static io.stepwright.opentelemetry.Agents.AGENT;
import static io.stepwright.opentelemetry.Agents.ASK;
import static io.stepwright.opentelemetry.Agents.B;
import static io.stepwright.opentelemetry.Agents.C;
import static io.stepwright.opentelemetry.Agents.D;
import static io.stepwright.opentelemetry.Agents.ENTRY;
import static io.stepwright.opentelemetry.Agents.INNER;
import static io.stepwright.opentelemetry.Agents.INNER_ENTRY;
import static io.stepwright.opentelemetry.Agents.INNER_RUN;
import static io.stepwright.opentelemetry.Agents.TEXT;
import static io.stepwright.opentelemetry.Agents.prompt;
import static io.stepwright.opentelemetry.Agents.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.Run;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Current spans, on threads of either kind. */
@Timeout(60)
class ContextTest {

  private final Recording recording = new Recording();
  private final Map<String, String> current = new ConcurrentHashMap<>();
  private final ExecutorService one = Executors.newSingleThreadExecutor();

  @AfterEach
  void close() {
    one.shutdownNow();
    recording.close();
  }

  private void note(String place) {
    current.put(
        place,
        Span.current().getSpanContext().getSpanId()
            + " "
            + Baggage.current().getEntryValue("tenant"));
  }

  private void assertCurrent(String place, String span) {
    SpanData expected = recording.span(span);
    assertThat(current.get(place)).as(place).isEqualTo(expected.getSpanId() + " acme");
  }

  private static Scope tenant() {
    return Baggage.builder().put("tenant", "acme").build().makeCurrent();
  }

  @Test
  void onOurThreads() {
    CountDownLatch go = new CountDownLatch(1);
    Script script =
        new Script(
            (request, number) -> {
              note("client");
              return Script.reply("x");
            });
    try (AgentRuntime runtime = recording.runtime(script);
        Scope scope = tenant();
        Run run = runtime.wiring(AGENT, ASK).start(ENTRY)) {
      Forked<String> a =
          run.fork(
              A,
              step -> {
                Agents.await(go);
                note("forked");
                try (Run inner = runtime.wiring(INNER).start(INNER_ENTRY)) {
                  Forked<String> d =
                      inner.fork(
                          D,
                          within -> {
                            note("nested");
                            return "d";
                          });
                  return inner.result(d.join());
                }
              });
      run.after(a)
          .onlyIf(
              a,
              value -> {
                note("condition");
                return true;
              },
              "it does not hold")
          .forkAction(B, step -> note("after"));
      run.perform(
          ASK,
          step -> {
            note("caller");
            step.ask(TEXT, prompt());
            note("caller again");
            go.countDown();
          });
      run.finish();
      assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }
    assertCurrent("caller", step("ask"));
    assertCurrent("client", "chat gpt");
    assertCurrent("caller again", step("ask"));
    assertCurrent("forked", step("a"));
    assertCurrent("nested", step("d"));
    assertCurrent("after", step("b"));
    assertThat(current.get("condition")).endsWith(" acme");
    assertThat(recording.tree())
        .contains(Agents.RUN + " > " + step("a") + " > " + INNER_RUN + " > " + step("d"));
  }

  @Test
  void onAnExecutorAndNothingStaysThere() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    try (AgentRuntime runtime = recording.builder(Script.always("x")).executor(one).build()) {
      CompletableFuture<String> future;
      try (Scope scope = tenant()) {
        future =
            runtime
                .wiring(AGENT)
                .async(
                    ENTRY,
                    run ->
                        run.result(
                            run.call(
                                A,
                                step -> {
                                  Agents.await(go);
                                  note("async");
                                  return "a";
                                })));
      }
      go.countDown();
      future.get(30, TimeUnit.SECONDS);
      assertThat(one.submit(Context::current).get()).isSameAs(Context.root());
    }
    assertCurrent("async", step("a"));
  }

  @Test
  @SuppressWarnings("MustBeClosedChecker")
  void aScopeThatAStepLeavesOpenEndsWithTheStep() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    try (AgentRuntime runtime = recording.builder(Script.always("x")).executor(one).build();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> a =
          run.fork(
              A,
              step -> {
                left.countDown();
                Scope unused = Baggage.builder().put("left", "open").build().makeCurrent();
                return "a";
              });
      Forked<String> b =
          run.after(a).fork(B, step -> String.valueOf(Baggage.current().getEntryValue("left")));
      run.perform(C, step -> Agents.await(left));
      assertThat(run.result(List.of(a.join(), b.join()))).containsExactly("a", "null");
    }
    assertThat(one.submit(Context::current).get()).isSameAs(Context.root());
  }
}
