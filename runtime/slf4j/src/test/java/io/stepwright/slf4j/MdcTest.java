package io.stepwright.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.runtime.AgentRuntime;
import io.stepwright.spi.ModelClient;
import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.Turn;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.StepTools;
import io.stepwright.wiring.ToolInfo;
import io.stepwright.wiring.Wiring;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

@Timeout(60)
class MdcTest {

  private static final AgentInfo AGENT = new AgentInfo("Desk", "app.Desk");
  private static final AgentInfo INNER = new AgentInfo("Inner", "app.Inner");
  private static final EntryPointInfo ENTRY = EntryPointInfo.of(AGENT, "answer");
  private static final StepInfo A = StepInfo.code(AGENT, "a");
  private static final StepInfo B = StepInfo.code(AGENT, "b");
  private static final StepInfo C = StepInfo.code(AGENT, "c");

  private final ExecutorService one = Executors.newSingleThreadExecutor();
  private final Map<String, Map<String, String>> seen = new ConcurrentHashMap<>();
  private final Set<String> runs = ConcurrentHashMap.newKeySet();

  @AfterEach
  void clean() {
    one.shutdownNow();
    MDC.clear();
  }

  /** Records the MDC of the thread, without the run's number, which varies. */
  private void note(String place) {
    Map<String, String> now = new TreeMap<>(MDC.getCopyOfContextMap());
    runs.add(String.valueOf(now.remove("run")));
    seen.put(place, now);
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(30, TimeUnit.SECONDS)).as("awaited in time").isTrue();
  }

  @Test
  void agentRunAndStepAreThereOnEveryThreadBesideWhatTheCallerHas() {
    CountDownLatch go = new CountDownLatch(1);
    MDC.put("request", "r-1");
    MDC.put("step", "mine");
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> a =
          run.fork(
              A,
              step -> {
                await(go);
                note("forked");
                return "a";
              });
      Forked<List<String>> items =
          run.each(
              B.atOnce(2),
              () -> List.of("x", "y"),
              (step, item) -> {
                note("item " + item);
                return item;
              });
      run.perform(
          C,
          step -> {
            note("caller");
            try (Run inner = runtime.wiring(INNER).start(EntryPointInfo.of(INNER, "look"))) {
              inner.perform(StepInfo.code(INNER, "d"), within -> note("nested"));
              inner.finish();
            }
            note("caller again");
            go.countDown();
          });
      a.join();
      run.result(items.join());
    }
    assertThat(seen.get("forked"))
        .isEqualTo(Map.of("agent", "Desk", "step", "a", "request", "r-1"));
    assertThat(seen.get("item x"))
        .isEqualTo(Map.of("agent", "Desk", "step", "b[0]", "request", "r-1"));
    assertThat(seen.get("item y"))
        .isEqualTo(Map.of("agent", "Desk", "step", "b[1]", "request", "r-1"));
    assertThat(seen.get("caller"))
        .isEqualTo(Map.of("agent", "Desk", "step", "c", "request", "r-1"));
    assertThat(seen.get("nested"))
        .isEqualTo(Map.of("agent", "Inner", "step", "d", "request", "r-1"));
    assertThat(seen.get("caller again")).isEqualTo(seen.get("caller"));
    assertThat(new TreeSet<>(runs)).hasSize(2).doesNotContain("null");
    assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("request", "r-1", "step", "mine"));
  }

  @Test
  void theAlternativeThatRunsIsNamed() {
    StepInfo reply = StepInfo.code(AGENT, "reply");
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(ENTRY)) {
      Forked<String> a = run.fork(A, step -> "a");
      Forked<String> answer =
          run.after(a)
              .choose(
                  reply,
                  arm ->
                      arm.fork(
                          reply.alternative("refundReply"),
                          step -> {
                            note("chosen");
                            return "refund";
                          }));
      run.result(answer.join());
    }
    assertThat(seen.get("chosen"))
        .isEqualTo(Map.of("agent", "Desk", "step", "reply (refundReply)"));
  }

  @Test
  void nothingReachesTheNextRunOnAThread() throws Exception {
    CountDownLatch left = new CountDownLatch(1);
    try (AgentRuntime runtime = AgentRuntime.builder().executor(one).build()) {
      MDC.put("request", "r-1");
      try (Run run = runtime.wiring(AGENT).start(ENTRY)) {
        Forked<String> a =
            run.fork(
                A,
                step -> {
                  left.countDown();
                  MDC.put("left", "open");
                  return "a";
                });
        run.perform(C, step -> await(left));
        run.result(a.join());
      }
      assertThat(one.submit(MDC::getCopyOfContextMap).get()).isNullOrEmpty();
      MDC.clear();
      runtime
          .wiring(AGENT)
          .async(
              ENTRY,
              run -> {
                run.perform(B, step -> note("second"));
                run.finish();
                return "";
              })
          .get(30, TimeUnit.SECONDS);
      assertThat(one.submit(MDC::getCopyOfContextMap).get()).isNullOrEmpty();
    }
    assertThat(seen.get("second")).isEqualTo(Map.of("agent", "Desk", "step", "b"));
  }

  @Test
  void aToolIsNamedOnItsThreadAndInTheStepsThatItRuns() {
    ToolInfo look = ToolInfo.of(AGENT, "look", "", "{}");
    ModelStep<String> ask = ModelStep.text(AGENT, "ask", "gpt");
    MDC.put("tool", "mine");
    try (AgentRuntime runtime =
        AgentRuntime.builder().modelClient("openai", new Calling()).build()) {
      Wiring wiring = runtime.wiring(AGENT, ask);
      try (Run run = wiring.start(ENTRY)) {
        run.result(
            run.call(
                ask,
                step -> {
                  note("before");
                  String answer =
                      step.tools(
                              StepTools.of(look),
                              call ->
                                  call.perform(
                                      () -> {
                                        note("tool");
                                        wiring.directAction(A, inner -> note("inner"));
                                      }))
                          .ask(ask, PromptText.of("p"));
                  note("after");
                  return answer;
                }));
      }
    }
    assertThat(seen.get("before"))
        .isEqualTo(Map.of("agent", "Desk", "step", "ask", "tool", "mine"));
    assertThat(seen.get("tool")).isEqualTo(Map.of("agent", "Desk", "step", "ask", "tool", "look"));
    assertThat(seen.get("inner")).isEqualTo(Map.of("agent", "Desk", "step", "a", "tool", "look"));
    assertThat(seen.get("after")).isEqualTo(seen.get("before"));
    assertThat(MDC.get("tool")).isEqualTo("mine");
  }

  /** A client whose first answer calls two tools at once. */
  private static final class Calling implements ModelClient {

    @Override
    public ModelReply call(ModelRequest request) {
      ModelReply reply = new ModelReply("x", "gpt", ModelReply.Finish.COMPLETE, 1, 1);
      return request.turns().stream().anyMatch(Turn.ToolResult.class::isInstance)
          ? reply
          : reply.calling(
              List.of(new ToolCall("a", "look", "{}"), new ToolCall("b", "look", "{}")));
    }

    @Override
    public void close() {}
  }
}
