package io.stepwright.runtime;

import static io.stepwright.runtime.Agents.AGENT;
import static io.stepwright.runtime.Agents.ENTRY;
import static io.stepwright.runtime.ToolDesk.SOLVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stepwright.spi.ModelReply;
import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.ToolCall;
import io.stepwright.spi.ToolChoice;
import io.stepwright.spi.Turn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Compares random dialogues with an interpreter, and cancels them at every point. */
@Timeout(240)
class RandomToolsTest {

  private static FakeClient client(RandomDialogue dialogue, Runnable point) {
    AtomicInteger next = new AtomicInteger();
    return new FakeClient(
        request -> {
          point.run();
          List<ToolCall> calls = dialogue.replies.get(next.getAndIncrement());
          ModelReply reply = FakeClient.reply(calls.isEmpty() ? "answer" : "");
          return calls.isEmpty() ? reply : reply.calling(calls);
        });
  }

  @Test
  void randomDialoguesAreAsTheInterpreterSays() {
    int answers = 0;
    for (int seed = 0; seed < 400; seed++) {
      RandomDialogue dialogue = new RandomDialogue(seed);
      ToolDesk desk = new ToolDesk();
      dialogue.prepare(desk, () -> {});
      FakeClient client = client(dialogue, () -> {});
      AgentRuntime.Builder builder = desk.runtime(client);
      if (seed % 4 == 0) {
        Executor inline = Runnable::run;
        builder.executor(inline);
      }
      try (AgentRuntime runtime = builder.build()) {
        Throwable thrown =
            catchThrowable(() -> assertThat(desk.run(runtime, SOLVE)).isEqualTo("answer"));
        if (dialogue.answered) {
          assertThat(thrown).as("seed %d", seed).isNull();
          answers++;
        } else {
          assertThat(thrown).as("seed %d", seed).isInstanceOf(ToolBudgetException.class);
        }
      }
      check(seed, dialogue, desk, client);
    }
    assertThat(answers).as("both ends occur").isBetween(50, 350);
  }

  private static void check(int seed, RandomDialogue dialogue, ToolDesk desk, FakeClient client) {
    assertThat(client.requests).as("seed %d", seed).hasSameSizeAs(dialogue.replies);
    for (int i = 0; i < client.requests.size(); i++) {
      ModelRequest request = client.requests.get(i);
      assertThat(request.options().toolChoice())
          .isEqualTo(i + 1 == dialogue.tools.turns() ? ToolChoice.NONE : ToolChoice.AUTO);
      if (i > 0) {
        List<String> told = ToolDesk.texts(request);
        List<String> expected = dialogue.told.get(i - 1);
        assertThat(told).hasSameSizeAs(expected);
        for (int call = 0; call < told.size(); call++) {
          String text = expected.get(call);
          if (text.endsWith(": ")) {
            assertThat(told.get(call)).as("seed %d turn %d", seed, i).startsWith(text);
          } else {
            assertThat(told.get(call)).as("seed %d turn %d", seed, i).isEqualTo(text);
          }
        }
        identifiers(request);
      }
    }
    List<String> reads = new ArrayList<>(desk.executed);
    reads.removeIf(name -> name.startsWith("refund"));
    assertThat(reads)
        .as("seed %d", seed)
        .containsExactlyInAnyOrderElementsOf(
            dialogue.reads.stream().flatMap(List::stream).toList());
    assertThat(effects(desk)).as("seed %d", seed).isEqualTo(dialogue.effects);
    assertThat(client.requests.toString()).doesNotContain("canary");
  }

  private static List<String> effects(ToolDesk desk) {
    return desk.executed.stream().filter(name -> name.startsWith("refund")).toList();
  }

  /** Checks that each call has one result, with an identifier of its own. */
  private static void identifiers(ModelRequest request) {
    Set<String> open = new HashSet<>();
    Set<String> all = new HashSet<>();
    for (Turn turn : request.turns()) {
      if (turn instanceof Turn.Model model) {
        assertThat(open).isEmpty();
        for (ToolCall call : model.calls()) {
          assertThat(all.add(call.id())).isTrue();
          open.add(call.id());
        }
      } else if (turn instanceof Turn.ToolResult result) {
        assertThat(open.remove(result.callId())).isTrue();
      }
    }
    assertThat(open).isEmpty();
  }

  // ---------------------------------------------------------------- cancel

  @Test
  void aCancelAtAnyPointBeginsNothingFurther() throws Exception {
    int cancelled = 0;
    for (int seed = 0; seed < 40; seed++) {
      RandomDialogue dialogue = new RandomDialogue(seed);
      int points = 0;
      for (int at = 1; at == 1 || at <= points; at++) {
        points = cancelAt(dialogue, at);
        cancelled++;
      }
    }
    assertThat(cancelled).isGreaterThan(200);
  }

  /**
   * Cancels a run at a point; returns the number of points that would have been passed at least.
   */
  private static int cancelAt(RandomDialogue dialogue, int at) throws Exception {
    ToolDesk desk = new ToolDesk();
    AtomicInteger points = new AtomicInteger();
    AtomicInteger inside = new AtomicInteger();
    CountDownLatch started = new CountDownLatch(1);
    AtomicInteger requests = new AtomicInteger(-1);
    AtomicInteger effects = new AtomicInteger(-1);
    List<CompletableFuture<String>> future = new ArrayList<>();
    FakeClient[] client = new FakeClient[1];
    Runnable point =
        () -> {
          inside.incrementAndGet();
          if (points.incrementAndGet() == at) {
            Interrupts.uninterrupted(started);
            future.get(0).cancel(true);
            requests.set(client[0].requests.size());
            effects.set(effects(desk).size());
          }
          inside.decrementAndGet();
        };
    dialogue.prepare(desk, point);
    client[0] = client(dialogue, point);
    try (AgentRuntime runtime = desk.runtime(client[0]).build()) {
      future.add(
          runtime
              .wiring(AGENT, SOLVE)
              .async(ENTRY, run -> run.result(run.call(SOLVE, step -> desk.solve(step, SOLVE)))));
      started.countDown();
      Await.until("ended", () -> runtime.engine().openRuns().count() == 0);
      assertThat(inside).as("nothing outlives the run").hasValue(0);
      if (points.get() >= at) {
        assertThat(client[0].requests).as("no request after it").hasSize(requests.get());
        assertThat(effects(desk)).as("no side effect after it").hasSize(effects.get());
      }
      assertThat(effects(desk))
          .as("nothing runs twice, and nothing in another order")
          .isEqualTo(dialogue.effects.subList(0, effects(desk).size()));
    }
    return points.get() >= at ? at + 1 : 0;
  }

  /** Waits in spite of interrupts, which a cancelled run sends. */
  private static final class Interrupts {
    static void uninterrupted(CountDownLatch latch) {
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
}
