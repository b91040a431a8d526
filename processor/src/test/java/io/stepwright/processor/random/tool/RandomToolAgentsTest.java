package io.stepwright.processor.random.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.processor.random.tool.ToolDialogue.End;
import io.stepwright.processor.testing.Compilation;
import io.stepwright.processor.testing.Compiled;
import io.stepwright.processor.testing.TestCompiler;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.runtime.ToolBudgetException;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.PendingCall;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Generated classes of random agents with tools do what an interpreter of their dialogues says, and
 * nothing further once they are cancelled, at any point.
 *
 * <p>{@code -DrandomAgents.seed=…} runs the agent of one seed alone.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RandomToolAgentsTest {

  private static final Long SEED = Long.getLong("randomAgents.seed");
  private static final int AGENTS = SEED != null ? 1 : 60;
  private static final int DIALOGUES = 12;
  private static final int CANCELLED_ONE_IN = 5;
  private static final long FIRST =
      SEED != null ? SEED : Math.floorMod(System.nanoTime(), 1_000_000_000L);

  private static Map<Long, ToolAgent> agents(long first) {
    Map<Long, ToolAgent> agents = new LinkedHashMap<>();
    for (long seed = first; seed < first + AGENTS; seed++) {
      agents.put(seed, ToolAgent.of(seed));
    }
    return agents;
  }

  private static Compiled compile(TestCompiler compiler, Map<Long, ToolAgent> agents) {
    Compilation compilation = Compilation.with(compiler).option("-parameters").option("-nowarn");
    agents
        .values()
        .forEach(each -> compilation.source("app/" + each.name() + ".java", each.source()));
    Compiled compiled = compilation.compile();
    for (Compiled.Message error : compiled.errors()) {
      String name = error.file().replace(".java", "");
      System.out.println(error);
      agents.values().stream()
          .filter(agent -> agent.name().equals(name))
          .forEach(agent -> System.out.println(agent.source()));
    }
    assertThat(compiled.errors()).isEmpty();
    return compiled;
  }

  @Test
  void dialoguesAreAsTheInterpreterSaysOnJavac() throws Exception {
    run(TestCompiler.JAVAC);
  }

  @Test
  void dialoguesAreAsTheInterpreterSaysOnEcj() throws Exception {
    run(TestCompiler.ECJ);
  }

  private static void run(TestCompiler compiler) throws Exception {
    System.out.printf(
        "%d agents with tools on %s, of the seeds from %d%n", AGENTS, compiler, FIRST);
    Map<Long, ToolAgent> agents = agents(FIRST);
    ClassLoader loader = compile(compiler, agents).loader();
    Map<End, Integer> ends = new EnumMap<>(End.class);
    Set<RandomTool.Kind> kinds = EnumSet.noneOf(RandomTool.Kind.class);
    for (Map.Entry<Long, ToolAgent> each : agents.entrySet()) {
      each.getValue().offered().forEach(tool -> kinds.add(tool.kind()));
      for (int i = 0; i < DIALOGUES; i++) {
        long seed = each.getKey() * DIALOGUES + i;
        ToolDialogue dialogue = new ToolDialogue(each.getValue(), seed);
        ends.merge(dialogue.end, 1, Integer::sum);
        try {
          check(dialogue, loader, i % 4 == 0);
        } catch (AssertionError e) {
          throw new AssertionError(
              "-DrandomAgents.seed=%d fails with %s:%n%s"
                  .formatted(each.getKey(), dialogue.replies, each.getValue().source()),
              e);
        }
      }
    }
    if (SEED == null) {
      assertThat(ends).as("all ends occur").containsOnlyKeys(End.values());
      assertThat(kinds).as("all kinds occur").hasSize(RandomTool.Kind.values().length);
    }
  }

  private static void check(ToolDialogue dialogue, ClassLoader loader, boolean oneThread)
      throws Exception {
    Executor inline = Runnable::run;
    try (ToolAgentRun run =
        new ToolAgentRun(
            dialogue,
            loader,
            () -> {},
            builder -> oneThread ? builder.executor(inline) : builder)) {
      Throwable thrown = catchThrowable(() -> assertThat(run.run()).isEqualTo("answer"));
      switch (dialogue.end) {
        case ANSWER -> assertThat(thrown).isNull();
        case BUDGET -> assertThat(thrown).isInstanceOf(ToolBudgetException.class);
        case FAILURE ->
            assertThat(thrown)
                .isInstanceOf(StepFailedException.class)
                .hasMessageNotContaining("canary");
      }
      assertThat(run.problems).isEmpty();
      assertThat(run.requests).hasSameSizeAs(dialogue.replies);
      for (int i = 0; i < run.requests.size(); i++) {
        ModelRequest request = run.requests.get(i);
        boolean last = i + 1 == dialogue.agent.turns();
        assertThat(request.options().toolChoice())
            .isEqualTo(last ? ToolChoice.NONE : ToolChoice.AUTO);
        assertThat(request.tools())
            .extracting(tool -> tool.name())
            .containsExactlyElementsOf(
                dialogue.agent.offered().stream().map(RandomTool::name).toList());
        assertThat(request.tools()).noneMatch(tool -> tool.parameters().contains("\"id\""));
        if (i > 0) {
          assertTold(request, dialogue.told.get(i - 1));
        }
        for (Turn turn : request.turns().subList(1, request.turns().size())) {
          assertThat(turn.display()).doesNotContain("canary");
        }
      }
      assertThat(run.effects).isEqualTo(dialogue.effects);
      assertThat(run.approvals)
          .extracting(PendingCall::question)
          .containsExactlyElementsOf(dialogue.approvals);
      List<String> reads = new ArrayList<>(run.reads);
      dialogue.reads.forEach(
          read -> assertThat(reads.remove(read)).as("%s of %s", read, run.reads).isTrue());
      if (dialogue.end == End.FAILURE) {
        List<String> last = new ArrayList<>(dialogue.lastReads);
        reads.forEach(read -> assertThat(last.remove(read)).as(read).isTrue());
      } else {
        assertThat(reads).isEmpty();
      }
      assertThat(run.inside).hasValue(0);
    }
  }

  private static void assertTold(ModelRequest request, List<String> expected) {
    List<String> told = new ArrayList<>();
    for (Turn turn : request.turns()) {
      if (turn instanceof Turn.ToolResult result) {
        told.add(result.text());
      } else {
        told.clear();
      }
    }
    assertThat(told).hasSameSizeAs(expected);
    for (int i = 0; i < told.size(); i++) {
      assertThat(told.get(i)).startsWith(expected.get(i));
      if (expected.get(i).startsWith("\"")) {
        assertThat(told.get(i)).isEqualTo(expected.get(i));
      }
    }
  }

  // ---------------------------------------------------------------- cancel

  @Test
  void aCancelAtAnyPointBeginsNothingFurther() throws Exception {
    Map<Long, ToolAgent> agents = agents(FIRST);
    ClassLoader loader = compile(TestCompiler.JAVAC, agents).loader();
    int cancelled = 0;
    for (Map.Entry<Long, ToolAgent> each : agents.entrySet()) {
      if (SEED == null && each.getKey() % CANCELLED_ONE_IN > 0) {
        continue;
      }
      ToolDialogue dialogue = new ToolDialogue(each.getValue(), each.getKey());
      for (int at = 1; cancelAt(dialogue, loader, at); at++) {
        cancelled++;
      }
    }
    assertThat(cancelled).isGreaterThan(SEED == null ? 20 : 0);
  }

  /** Cancels a run at a point; returns whether it came so far. */
  private static boolean cancelAt(ToolDialogue dialogue, ClassLoader loader, int at)
      throws Exception {
    AtomicInteger points = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(1);
    List<CompletableFuture<?>> future = new ArrayList<>();
    List<ToolAgentRun> here = new ArrayList<>();
    AtomicInteger requests = new AtomicInteger(-1);
    AtomicInteger effects = new AtomicInteger(-1);
    Runnable point =
        () -> {
          if (points.incrementAndGet() == at) {
            uninterrupted(started);
            future.get(0).cancel(true);
            requests.set(here.get(0).requests.size());
            effects.set(here.get(0).effects.size());
          }
        };
    try (ToolAgentRun run = new ToolAgentRun(dialogue, loader, point, builder -> builder)) {
      here.add(run);
      future.add(run.later());
      started.countDown();
      catchThrowable(() -> future.get(0).join());
    }
    ToolAgentRun run = here.get(0);
    assertThat(run.inside).as("nothing outlives the run").hasValue(0);
    boolean reached = points.get() >= at;
    String what = "cancel of %s at %d".formatted(dialogue.agent.name(), at);
    if (reached) {
      // The request or the effect at the point itself is noted after it.
      assertThat(run.requests.size()).as(what).isBetween(requests.get(), requests.get() + 1);
      assertThat(run.effects.size()).as(what).isBetween(effects.get(), effects.get() + 1);
      assertThat(run.requests.size() + run.effects.size())
          .as(what)
          .isLessThanOrEqualTo(requests.get() + effects.get() + 1);
    }
    assertThat(run.effects).as(what).isEqualTo(dialogue.effects.subList(0, run.effects.size()));
    List<String> reads = new ArrayList<>(dialogue.reads);
    reads.addAll(dialogue.lastReads);
    run.reads.forEach(read -> assertThat(reads.remove(read)).as("%s: %s", what, read).isTrue());
    return reached;
  }

  /** Waits in spite of interrupts, which a cancelled run sends. */
  private static void uninterrupted(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
