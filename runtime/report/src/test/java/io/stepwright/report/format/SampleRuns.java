package io.stepwright.report.format;

import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentException;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.CacheKey;
import io.stepwright.wiring.CacheRule;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.PromptText;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import io.stepwright.wiring.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/** Runs with everything that a report can show. */
final class SampleRuns {

  static final AgentInfo AGENT = new AgentInfo("Support <desk>", "app.SupportDesk");
  private static final ModelStep<String> INTENT =
      ModelStep.text(AGENT, "intent", "small")
          .cached(CacheRule.of("fingerprint").similarity(0.9).unguarded());
  private static final ModelStep<String> MOOD = ModelStep.text(AGENT, "mood", "large");
  private static final StepInfo ORDER = StepInfo.code(AGENT, "order");
  private static final StepInfo REFUND = StepInfo.code(AGENT, "refund");
  private static final StepInfo WARNING = StepInfo.code(AGENT, "warning");
  private static final StepInfo HISTORY = StepInfo.code(AGENT, "history");
  private static final ModelStep<String> LABELS = ModelStep.text(AGENT, "labels", "small");
  private static final ModelStep<String> REPLY = ModelStep.text(AGENT, "reply", "large");
  private static final StepInfo NOTE = StepInfo.code(AGENT, "note").retry(3);
  private static final StepInfo FORMAT = StepInfo.code(AGENT, "format");

  private static final EntryPointInfo HANDLE =
      EntryPointInfo.of(AGENT, "handle")
          .step(INTENT)
          .step(MOOD)
          .step(ORDER, INTENT)
          .step(REFUND, ORDER)
          .step(WARNING, MOOD)
          .step(HISTORY)
          .step(LABELS)
          .step(NOTE, INTENT)
          .step(REPLY, INTENT, MOOD, REFUND, LABELS, NOTE)
          .reported();

  private static final ModelStep<String> SMALL = ModelStep.text(AGENT, "ask", "small");
  private static final ModelStep<String> LARGE = ModelStep.text(AGENT, "ask", "large");

  private SampleRuns() {}

  static AgentRuntime.Builder runtime(SlowModel model) {
    return AgentRuntime.builder()
        .modelClient("openai", model)
        .embedder(new LengthEmbedder())
        // The default of 50 ms may pass on a busy machine, and a look-up that runs out of time
        // finds nothing.
        .configuration("stepwright.cache.timeout", "20s")
        .configuration("stepwright.prices.small-2026-01", "0.15 0.60")
        .configuration("stepwright.prices.small", "0.15 0.60")
        .configuration("stepwright.prices.large", "2.50 10");
  }

  /** A run with a hit by meaning, retries, skipped and unneeded steps and a direct call. */
  static RunReport everything() {
    SlowModel model = new SlowModel().failing("large", 503);
    try (AgentRuntime runtime = runtime(model).build()) {
      Wiring wiring = runtime.wiring(AGENT, INTENT, MOOD, LABELS, REPLY);
      handle(wiring, "canary-question one");
      model.failing("large", 503, 500);
      return handle(wiring, "canary-question two");
    }
  }

  private static RunReport handle(Wiring wiring, String question) {
    CountDownLatch never = new CountDownLatch(1);
    int[] tries = new int[1];
    try (Run run = wiring.start(HANDLE)) {
      Forked<String> mood = run.fork(MOOD, step -> step.ask(LARGE, prompt()));
      Forked<String> history =
          run.fork(
              HISTORY,
              step -> {
                never.await();
                return "never";
              });
      ForkedEach<String> labels =
          run.each(
              LABELS.atOnce(3),
              () -> List.of("a", "b", "c", "d", "e", "f"),
              (step, item) -> step.ask(SMALL, prompt()));
      String intent =
          run.call(
              INTENT,
              step -> step.cached(new CacheKey().text("question", question)).ask(SMALL, prompt()));
      Forked<String> warning =
          run.onlyIf(mood, value -> value.isEmpty(), "mood is not ANGRY")
              .fork(WARNING, step -> "w");
      Forked<String> note =
          run.fork(
              NOTE,
              step -> {
                Thread.sleep(8);
                if (++tries[0] < 3) {
                  throw new IllegalStateException("canary-message of a step");
                }
                wiring.directAction(FORMAT, direct -> Thread.sleep(4));
                return "note";
              });
      Forked<String> order = run.forkOptional(ORDER, step -> Optional.empty());
      Forked<String> refund = run.after(order).fork(REFUND, step -> "refund");
      String reply =
          run.after(mood, labels, note)
              .settled(refund, warning)
              .call(REPLY, step -> step.ask(LARGE, prompt()));
      assert history != null;
      return AgentResult.of(run, reply + intent).report();
    }
  }

  /** A run in which a step fails. */
  static RunReport failed() {
    SlowModel model = new SlowModel().failing("large", 401);
    try (AgentRuntime runtime = runtime(model).build()) {
      Wiring wiring = runtime.wiring(AGENT, MOOD, INTENT);
      EntryPointInfo entry =
          EntryPointInfo.of(AGENT, "fail").step(INTENT).step(MOOD).step(REFUND, MOOD).reported();
      try (Run run = wiring.start(entry)) {
        CountDownLatch never = new CountDownLatch(1);
        Forked<String> intent =
            run.fork(
                INTENT,
                step -> {
                  never.await();
                  return "never";
                });
        Forked<String> mood = run.fork(MOOD, step -> step.ask(LARGE, prompt()));
        Forked<String> refund = run.after(mood, intent).fork(REFUND, step -> "never");
        return AgentResult.of(run, refund.join()).report();
      }
    } catch (AgentException e) {
      return e.report();
    }
  }

  /** A run with this many items, some of which fail. */
  static RunReport items(int count) {
    StepInfo list = StepInfo.code(AGENT, "list");
    StepInfo work = StepInfo.code(AGENT, "work");
    StepInfo more = StepInfo.code(AGENT, "more");
    EntryPointInfo entry =
        EntryPointInfo.of(AGENT, "many").step(list).step(work, list).step(more, work).reported();
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(entry)) {
      Forked<List<Integer>> numbers =
          run.fork(list, step -> IntStream.range(0, count).boxed().toList());
      ForkedEach<Object> first =
          run.each(
              work.atOnce(16),
              numbers,
              (step, n) -> {
                Thread.sleep(0, 200_000 + n % 7 * 100_000);
                return n % 1000 == 999 ? Optional.empty() : Optional.of(n);
              });
      ForkedEach<Object> second = run.each(more.atOnce(8), first, (step, n) -> n);
      return AgentResult.of(run, second.join()).report();
    }
  }

  /** A run in which one of two alternatives is chosen. */
  static RunReport alternatives() {
    StepInfo choice = StepInfo.code(AGENT, "choice");
    EntryPointInfo entry =
        EntryPointInfo.of(AGENT, "choose").step(ORDER).step(choice, ORDER).reported();
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(entry)) {
      Forked<String> order = run.fork(ORDER, step -> "order");
      Forked<String> chosen =
          run.after(order)
              .choose(choice, branch -> branch.fork(choice.alternative("yes<no"), step -> "yes"));
      return AgentResult.of(run, chosen.join()).report();
    }
  }

  /** A run whose agent, step and model have this name. */
  static RunReport named(String name) {
    AgentInfo agent = new AgentInfo(name, "app.Named");
    String model = name.replace("/", "");
    ModelStep<String> step = ModelStep.text(agent, name, model);
    try (AgentRuntime runtime = runtime(new SlowModel()).build();
        Run run =
            runtime.wiring(agent).start(EntryPointInfo.of(agent, name).step(step).reported())) {
      ModelStep<String> call = ModelStep.text(AGENT, "ask", model);
      return AgentResult.of(run, run.call(step, each -> each.ask(call, prompt()))).report();
    }
  }

  private static PromptText prompt() {
    return PromptText.of("canary-prompt");
  }

  static List<String> canaries() {
    return List.of("canary-prompt", SlowModel.ANSWER, "canary-question", "canary-message");
  }
}
