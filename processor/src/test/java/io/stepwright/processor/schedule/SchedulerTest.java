package io.stepwright.processor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.model.Graph;
import io.stepwright.processor.schedule.Schedule.Act;
import io.stepwright.processor.schedule.Schedule.Fork;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchedulerTest {

  @Test
  void aLinearAgentForksNothing() {
    Graph graph = new GraphBuilder().step("a").step("b", "a").step("c", "b").build("c");
    assertThat(Scheduler.schedule(graph).acts()).noneMatch(Fork.class::isInstance);
  }

  @Test
  void theLongestPathStaysOnTheCallersThread() {
    Graph graph =
        new GraphBuilder()
            .step("short")
            .step("long")
            .step("longer", "long")
            .step("end", "short", "longer")
            .build("end");
    assertThat(names(Scheduler.schedule(graph).acts()))
        .containsExactly("fork short", "call long", "call longer", "call end");
  }

  @Test
  void aStepThatOthersDoNotWaitForIsNotRunOnTheSpine() {
    // 'late' takes 'mid' if it has a value: it must not wait for 'slow' when 'maybe' is absent.
    Graph graph =
        new GraphBuilder()
            .optional("maybe")
            .step("slow")
            .step("mid", "maybe", "slow")
            .step("late", "mid?")
            .build("late");
    assertThat(Scheduler.schedule(graph).spine()).doesNotContain("slow");
  }

  @Test
  void anAbsentResultIsKnownWhileAnUnneededStepStillRuns() {
    // 'end' is absent as soon as 'maybe' is: the caller must not be inside of 'slow' at that time.
    Graph graph =
        new GraphBuilder()
            .optional("maybe")
            .step("slow")
            .step("slower", "slow")
            .step("end", "maybe", "slower")
            .build("end");
    assertThat(names(Scheduler.schedule(graph).acts()))
        .containsExactly("fork slow", "fork slower", "call maybe", "call end");
  }

  /** Compares with an interpreter that has no schedule: every step starts as early as possible. */
  @Test
  void noStepStartsLate() {
    long seed = Long.getLong("stepwright.seed", 20261122L);
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      Graph graph = GraphBuilder.random(random);
      Schedule schedule = Scheduler.schedule(graph);
      assertThat(schedule.acts()).hasSameSizeAs(graph.nodes());
      for (int run = 0; run < 4; run++) {
        Simulation simulation = Simulation.random(graph, random);
        assertThat(simulation.scheduled(schedule))
            .as("seed %d, round %d: %s", seed, round, names(schedule.acts()))
            .isEqualTo(simulation.ideal());
        assertThat(simulation.scheduledEnd(schedule))
            .as("end, seed %d, round %d: %s", seed, round, names(schedule.acts()))
            .isEqualTo(simulation.idealEnd());
      }
    }
  }

  private static List<String> names(List<Act> acts) {
    return acts.stream()
        .map(act -> (act instanceof Fork ? "fork " : "call ") + act.node().name())
        .toList();
  }
}
