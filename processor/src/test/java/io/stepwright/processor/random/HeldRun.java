package io.stepwright.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepwright.processor.random.RandomAgent.Entry;
import io.stepwright.processor.random.RandomAgent.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A run in which every step is held until it is released. Steps are released one by one in a random
 * order. After each release exactly the steps that the reference names must be running: then steps
 * wait only for their own inputs and conditions.
 */
final class HeldRun {

  private static final long POLL_NANOS = 50_000;

  private final RandomAgent agent;
  private final Entry entry;
  private final AgentClass type;
  private final Runtimes runtimes;
  private final Outcomes outcomes;
  private final long orderSeed;
  private final List<String> history = new ArrayList<>();

  HeldRun(
      RandomAgent agent,
      Entry entry,
      AgentClass type,
      Runtimes runtimes,
      Outcomes outcomes,
      long orderSeed) {
    this.agent = agent;
    this.entry = entry;
    this.type = type;
    this.runtimes = runtimes;
    this.outcomes = outcomes;
    this.orderSeed = orderSeed;
  }

  /** Returns the largest number of steps that run at once in this run. */
  int width() {
    ReferenceRun reference = new ReferenceRun(agent, entry, outcomes);
    Random order = new Random(orderSeed);
    while (!reference.isDone() && !reference.isAbsent()) {
      reference.end(next(reference, order));
    }
    return reference.mostRunning();
  }

  private static String next(ReferenceRun reference, Random order) {
    List<String> running = List.copyOf(reference.running());
    return running.get(order.nextInt(running.size()));
  }

  /** Runs the agent with threads that the runtime creates as needed. */
  ReferenceRun onOwnThreads() throws Exception {
    return check(runtimes.own(), false);
  }

  /** Runs the agent with as many threads as steps run at once. */
  ReferenceRun onBoundedThreads() throws Exception {
    runtimes.boundedThreads().resize(Math.max(1, width()));
    return check(runtimes.bounded(), true);
  }

  private ReferenceRun check(Runtimes.Kind kind, boolean bounded) throws Exception {
    ReferenceRun reference = new ReferenceRun(agent, entry, outcomes);
    Recorder recorder = new Recorder(agent, outcomes, true);
    recorder.allow(reference.started().keySet());
    Future<Optional<List<Object>>> result =
        runtimes.start(kind, recorder, type, entry, outcomes.inputs(agent));
    try {
      Random order = new Random(orderSeed);
      while (!reference.isDone() && !reference.isAbsent()) {
        awaitExactly(reference.running(), recorder);
        awaitQuiet(kind, recorder);
        String next = next(reference, order);
        history.add(next);
        reference.end(next);
        recorder.allow(reference.started().keySet());
        recorder.release(next);
      }
      if (reference.isAbsent() || bounded) {
        // The run may return now, or wait for other parts of the result. A caller that helps on an
        // executor without a free thread may be inside a step that is no longer needed.
        reference.complete();
        recorder.allow(reference.started().keySet());
        recorder.releaseAll();
      }
      assertThat(Given.shown(Limit.await(result, "The run, after %s ended,".formatted(history))))
          .as("result after %s ended", history)
          .isEqualTo(Given.shown(reference.result()));
    } finally {
      recorder.releaseAll();
      result.cancel(true);
    }
    assertThat(recorder.problems()).as("after %s ended", history).isEmpty();
    assertThat(new TreeMap<>(reference.started())).containsAllEntriesOf(recorder.started());
    assertThat(StartOrder.problems(agent, recorder.events())).isEmpty();
    checkSkipped(kind, reference);
    return reference;
  }

  private void awaitExactly(Set<String> running, Recorder recorder) throws InterruptedException {
    Set<String> held = recorder.awaitHeld(running);
    List<String> problems = recorder.problems();
    if (!held.equals(running) || !problems.isEmpty()) {
      throw new AssertionError(
          "After %s ended, %s run, not %s. %s\n%s"
              .formatted(history, held, running, problems, Limit.threads()));
    }
  }

  /**
   * Waits until released steps have ended and no more threads work than are held in steps: then no
   * thread waits for another.
   */
  private void awaitQuiet(Runtimes.Kind kind, Recorder recorder) {
    int most = recorder.heldOnWorkers();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Limit.SECONDS);
    while (runtimes.threads(kind, agent) > most || !recorder.isQuiet()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError(
            "After %s ended, more than %d threads are at work.\n%s"
                .formatted(history, most, Limit.threads()));
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private void checkSkipped(Runtimes.Kind kind, ReferenceRun reference) {
    Set<String> skipped = kind.skips().take(agent);
    assertThat(reference.skipped()).containsAll(skipped);
    if (reference.isAbsent()) {
      return; // If one part of the result is absent, the run need not have waited for the others.
    }
    for (Parameter component : entry.components()) {
      assertThat(skipped.contains(component.source()))
          .as("skipped %s after %s ended", component.source(), history)
          .isEqualTo(reference.skipped().contains(component.source()));
    }
  }
}
