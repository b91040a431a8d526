package io.stepwright.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.stepwright.engine.graph.Claimable;
import io.stepwright.engine.graph.Effects;
import io.stepwright.engine.graph.Node;
import io.stepwright.engine.graph.StepGraph;
import io.stepwright.engine.graph.Targets;
import io.stepwright.engine.graph.Work;
import io.stepwright.engine.message.Messages;
import io.stepwright.event.RunEvents;
import io.stepwright.runtime.StepFailedException;
import io.stepwright.spi.RunEvent.StepKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs work that threads have claimed, and starts threads for unclaimed work. */
final class Workers {

  /**
   * The number of threads that one thread starts for the items of a fan-out. Each started thread
   * starts as many again when it begins and items are left, so a thousand items take two rounds. If
   * the items take no time, the first threads do them all and no further threads are started.
   */
  private static final int THREADS_AT_ONCE = 32;

  private final RunLife life;
  private final RunState state;

  @GuardedBy("state.lock")
  private final StepGraph graph;

  private final RunSchedule schedule;
  private final StartedThreads started = new StartedThreads();

  Workers(RunLife life, StepGraph graph, RunSchedule schedule) {
    this.life = life;
    this.state = life.state();
    this.graph = graph;
    this.schedule = schedule;
  }

  /** Runs work of a node and the work that becomes ready by it, on a worker thread. */
  void work(Claimable<?> node) {
    started.began();
    if (node.isTaken()) {
      return;
    }
    StepThreads threads = life.engine().threads();
    @Nullable Work work;
    int more;
    state.lock.lock();
    try {
      node.threadArrived();
      work = state.isOver() ? null : node.claim();
      if (work == null) {
        return;
      }
      state.workerEntered();
      // A foreign executor was given all tasks at once: it may run them on this very thread.
      more = threads.areOwn() ? node.startThreads(THREADS_AT_ONCE) : 0;
    } finally {
      state.lock.unlock();
    }
    Node<?> last = work.node();
    try {
      for (; more > 0; more--) {
        dispatch(node);
      }
      while (work != null) {
        last = work.node();
        life.enterThread(last.info().name(), work.item());
        work = run(work, StepRun.Place.WORKER, Targets.NONE);
      }
    } catch (Throwable e) {
      // Reached only if memory runs out. The caller must not wait for this step for ever.
      state.fail(broken(last, e), false);
    } finally {
      threads.leave();
      state.workerLeft();
    }
  }

  /**
   * Runs claimed work.
   *
   * @param targets the nodes that the calling thread waits for; none on a worker thread
   * @return further work that was claimed for the calling thread, or null
   */
  @Nullable Work run(Work work, StepRun.Place place, Targets targets) {
    StepRun run = new StepRun(life, work, place);
    if (place == StepRun.Place.WORKER) {
      inContext(run, work);
    } else {
      execute(run, work, null);
    }
    Effects effects;
    state.lock.lock();
    try {
      if (state.isOver()) {
        return null;
      }
      effects = graph.settle(work, run);
      if (effects.isAwaited()) {
        state.signal();
      }
    } finally {
      state.lock.unlock();
    }
    return proceed(effects, targets, place == StepRun.Place.WORKER);
  }

  private void inContext(StepRun run, Work work) {
    Contexts contexts = life.contexts();
    var scopes = Contexts.NOTHING;
    Throwable broken = null;
    try {
      scopes = contexts.restore();
    } catch (Throwable e) {
      broken = e;
    }
    try {
      execute(run, work, broken);
    } finally {
      contexts.close(scopes);
    }
  }

  private void execute(StepRun run, Work work, @Nullable Throwable brokenContext) {
    state.lock.lock();
    try {
      if (work.node().isNotNeeded() || !state.enter(run)) {
        return;
      }
      work.begun();
    } finally {
      state.lock.unlock();
    }
    RunEvents events = life.events();
    StepKey key = work.key();
    if (events != null && key != null && key.isItem()) {
      events.requested(key);
      events.ready(key);
    }
    if (brokenContext == null) {
      StepEnd unused = run.execute(work.body());
    } else {
      run.abort(brokenContext);
    }
  }

  /**
   * Evaluates ready conditions, choices and lists, notifies the listeners of the effects, claims
   * ready work for the calling thread and starts threads for the rest.
   */
  @Nullable Work proceed(Effects effects, Targets targets, boolean worker) {
    if (effects.isEmpty()) {
      return null;
    }
    schedule.evaluate(effects, worker);
    RunEvents events = life.events();
    if (events != null) {
      tell(events, effects);
    }
    Work mine = null;
    List<Claimable<?>> start;
    state.lock.lock();
    try {
      if (state.isOver()) {
        return null;
      }
      graph.open(effects);
      mine = worker ? graph.claim(effects) : graph.claimFor(targets);
      start = toStart(effects.work());
    } finally {
      state.lock.unlock();
    }
    for (Claimable<?> node : start) {
      dispatch(node);
    }
    return mine;
  }

  private static void tell(RunEvents events, Effects effects) {
    for (Effects.Notice notice : effects.notices()) {
      switch (notice.kind()) {
        case SKIPPED -> events.skipped(notice.key(), notice.reason());
        case READY -> events.ready(notice.key());
        case FINISHED -> events.finished(notice.key());
      }
    }
  }

  /**
   * Returns a node once for each thread that it needs. Wakes a waiting caller, which may help as
   * well.
   */
  @GuardedBy("state.lock")
  private List<Claimable<?>> toStart(List<Claimable<?>> nodes) {
    List<Claimable<?>> start = new ArrayList<>(0);
    boolean left = false;
    for (Claimable<?> node : nodes) {
      left |= node.hasWork();
      for (int i = threadsToStart(node); i > 0; i--) {
        start.add(node);
      }
    }
    if (left) {
      state.signal();
    }
    return start;
  }

  private int threadsToStart(Claimable<?> node) {
    if (!life.engine().threads().areOwn()) {
      return node.startThreads(Integer.MAX_VALUE);
    }
    return node.hasThreadsComing() ? 0 : node.startThreads(THREADS_AT_ONCE);
  }

  private void dispatch(Claimable<?> node) {
    started.started();
    try {
      life.engine().threads().execute(() -> work(node));
    } catch (Throwable e) {
      started.began();
      state.fail(broken(node, e), false);
    }
  }

  /** Returns the counter of started threads that have not begun to run. */
  StartedThreads started() {
    return started;
  }

  private static StepFailedException broken(Node<?> node, Throwable cause) {
    return new StepFailedException(
        node.info().agent().name(),
        node.info().name(),
        Messages.refused(node.info(), cause),
        cause);
  }
}
