package io.stepwright.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.engine.graph.Node.State;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Compares random graphs with a direct evaluation of their steps, without threads. */
class RandomGraphTest {

  private static final int GRAPHS = 10_000;

  // A fixed seed repeats a failure; the message of a failure has the plan.
  private static final long SEED = Long.getLong("graph.seed", System.nanoTime());

  @Test
  void everyOrderGivesWhatTheStepsMean() {
    for (int i = 0; i < GRAPHS; i++) {
      Random random = new Random(SEED + i);
      Plan plan = Plan.random(random);
      Simulation simulation = new Simulation(plan, random, random.nextBoolean());
      try {
        simulation.run();
        Map<Integer, Object> expected = plan.values();
        assertThat(simulation.values()).isEqualTo(expected);
        assertTold(plan, expected, simulation.told());
      } catch (AssertionError | RuntimeException e) {
        throw failed(i, plan, e);
      }
    }
  }

  /** Checks that every step is reported ready or skipped, once, and that a fan-out ends once. */
  private static void assertTold(Plan plan, Map<Integer, Object> values, List<String> told) {
    assertThat(told).doesNotHaveDuplicates();
    for (int i = 0; i < plan.steps.size(); i++) {
      Plan.Step step = plan.steps.get(i);
      boolean hasValue = values.containsKey(i);
      assertThat(told.contains("READY s" + i) || told.contains("SKIPPED s" + i)).isTrue();
      assertThat(told.contains("SKIPPED s" + i) && hasValue).isFalse();
      assertThat(told.contains("FINISHED s" + i))
          .isEqualTo(hasValue && step.kind() == Plan.Kind.FAN_OUT);
    }
  }

  @Test
  void aCallerTakesOnlyWhatMustEndBeforeItsWait() {
    for (int i = 0; i < GRAPHS / 4; i++) {
      Random random = new Random(SEED - i);
      Plan plan = Plan.random(random);
      boolean ownThreads = random.nextBoolean();
      Simulation simulation = new Simulation(plan, random, ownThreads);
      try {
        for (int j = 0; j < 20; j++) {
          simulation.run(random.nextInt(8));
          simulation.claimFor(random.nextInt(plan.steps.size()));
        }
        simulation.run();
        assertThat(simulation.values()).isEqualTo(plan.values());
      } catch (AssertionError | RuntimeException e) {
        throw failed(-i, plan, e);
      }
    }
  }

  /**
   * Steps that the result does not need are dropped; side effects and the steps that they wait for
   * are not.
   */
  @Test
  void sideEffectsEndThoughTheResultIsThere() {
    for (int i = 0; i < GRAPHS / 4; i++) {
      Random random = new Random(SEED + 31L * i);
      Plan plan = Plan.random(random);
      Simulation simulation = new Simulation(plan, random, true);
      try {
        // Generated code has forked all of its steps when the result is complete.
        simulation.addAll();
        simulation.run(random.nextInt(20));
        while (!simulation.need().decided()) {
          simulation.run(1 + random.nextInt(5));
        }
        simulation.finish();
        Map<Integer, Object> expected = plan.values();
        for (int step = 0; step < plan.steps.size(); step++) {
          Node<?> node = simulation.node(step);
          if (plan.steps.get(step).sideEffect()) {
            assertThat(node.isSettled()).as("s%d has settled", step).isTrue();
          }
          if (node.isSettled()) {
            assertThat(node.hasValue()).as("s%d", step).isEqualTo(expected.containsKey(step));
          } else {
            assertThat(node.isNotNeeded()).as("s%d was dropped: %s", step, node.state).isTrue();
            assertThat(node.state).isIn(State.STOPPED, State.RUNNING);
          }
        }
      } catch (AssertionError | RuntimeException e) {
        throw failed(31L * i, plan, e);
      }
    }
  }

  private static AssertionError failed(long offset, Plan plan, Throwable cause) {
    return new AssertionError(
        "Graph -Dgraph.seed=" + (SEED + offset) + ": " + plan.steps + " " + cause.getMessage(),
        cause);
  }
}
