package io.stepwright.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.random.RandomAgent.Entry;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;

/** A run in which no step is held; the order of its events is checked afterwards. */
final class FreeRun {

  private final RandomAgent agent;
  private final Entry entry;
  private final AgentClass type;
  private final Runtimes runtimes;
  private final Outcomes outcomes;

  FreeRun(RandomAgent agent, Entry entry, AgentClass type, Runtimes runtimes, Outcomes outcomes) {
    this.agent = agent;
    this.entry = entry;
    this.type = type;
    this.runtimes = runtimes;
    this.outcomes = outcomes;
  }

  /**
   * Runs the agent and checks the run.
   *
   * @param threads the number of threads, the caller's included
   */
  void check(Runtimes.Kind kind, int threads) throws Exception {
    ReferenceRun reference = new ReferenceRun(agent, entry, outcomes).complete();
    Recorder recorder = new Recorder(agent, outcomes, false);
    Future<Optional<List<Object>>> result =
        runtimes.start(kind, recorder, type, entry, outcomes.inputs(agent));
    try {
      assertThat(Given.shown(Limit.await(result, "The run on " + kind.name())))
          .as("result on %s", kind.name())
          .isEqualTo(Given.shown(reference.result()));
    } finally {
      result.cancel(true);
    }
    assertThat(recorder.problems()).as(kind.name()).isEmpty();
    // Steps that the result does not need may not have started.
    assertThat(new TreeMap<>(reference.started())).containsAllEntriesOf(recorder.started());
    assertThat(StartOrder.problems(agent, recorder.events())).as(kind.name()).isEmpty();
    assertThat(recorder.mostInside()).as("at once on %s", kind.name()).isLessThanOrEqualTo(threads);
    kind.skips().take(agent);
  }
}
