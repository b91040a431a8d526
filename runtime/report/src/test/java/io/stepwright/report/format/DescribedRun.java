package io.stepwright.report.format;

import io.stepwright.report.RunReport;
import io.stepwright.runtime.AgentResult;
import io.stepwright.runtime.AgentRuntime;
import io.stepwright.wiring.AgentInfo;
import io.stepwright.wiring.EntryPointInfo;
import io.stepwright.wiring.Forked;
import io.stepwright.wiring.ForkedEach;
import io.stepwright.wiring.ModelStep;
import io.stepwright.wiring.Run;
import io.stepwright.wiring.StepInfo;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** Makes a run like the generated class of a golden agent, with its descriptor. */
final class DescribedRun {

  private static final Path DESCRIPTOR =
      Path.of("../../processor/src/test/resources/golden/Support.json");
  private static final AgentInfo AGENT = new AgentInfo("Support", "app.Support");
  private static final ModelStep<String> INTENT = ModelStep.text(AGENT, "intent", "gpt-4o-mini");
  private static final ModelStep<String> ANGRY = ModelStep.text(AGENT, "angry", "gpt-4o-mini");
  private static final ModelStep<String> WARNING = ModelStep.text(AGENT, "warning", "gpt-4o");
  private static final StepInfo ORDER = StepInfo.code(AGENT, "order");
  private static final StepInfo REPLY = StepInfo.code(AGENT, "reply");
  private static final StepInfo TEXTS = StepInfo.code(AGENT, "texts");
  private static final ModelStep<String> LABELS = ModelStep.text(AGENT, "labels", "gpt-4o-mini");
  private static final EntryPointInfo HANDLE =
      EntryPointInfo.of(AGENT, "handle")
          .reported()
          .step(INTENT)
          .step(ANGRY)
          .step(WARNING, ANGRY)
          .step(ORDER, INTENT)
          .step(REPLY, INTENT, ORDER)
          .step(TEXTS)
          .step(LABELS, TEXTS);

  private DescribedRun() {}

  /** Makes the report for a calm question with three attachments. */
  static RunReport report() {
    try (AgentRuntime runtime = AgentRuntime.builder().build();
        Run run = runtime.wiring(AGENT).start(HANDLE)) {
      Forked<Boolean> angry = run.fork(ANGRY, step -> false);
      Forked<String> warning =
          run.onlyIf(angry, it -> it, "angry is false").fork(WARNING, step -> "never");
      ForkedEach<String> texts =
          run.each(TEXTS.atOnce(4), () -> List.of("a", "b", "c"), (step, item) -> item);
      ForkedEach<String> labels = run.each(LABELS.atOnce(16), texts, (step, text) -> text);
      String intent = run.call(INTENT, step -> "QUESTION");
      run.absent(ORDER, "intent is not REFUND");
      Forked<String> reply =
          run.choose(
              REPLY,
              branch -> branch.fork(REPLY.alternative("questionReply"), step -> "an answer"));
      return AgentResult.of(
              run, intent + reply.join() + warning.joinOptional() + labels.join().size())
          .report();
    }
  }

  /** Runs an action with the descriptor on the class path of the calling thread. */
  static <T> T with(Callable<T> what) throws Exception {
    Path folder = Files.createTempDirectory("descriptors");
    Path file = folder.resolve("META-INF/stepwright/app.Support.json");
    Files.createDirectories(file.getParent());
    Files.copy(DESCRIPTOR, file);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      Thread.currentThread().setContextClassLoader(loader);
      return what.call();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
      Files.delete(file);
      Files.delete(file.getParent());
      Files.delete(folder.resolve("META-INF"));
      Files.delete(folder);
    }
  }
}
