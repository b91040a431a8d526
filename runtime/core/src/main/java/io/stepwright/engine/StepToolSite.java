package io.stepwright.engine;

import io.stepwright.call.Deadline;
import io.stepwright.engine.tool.RunTools;
import io.stepwright.engine.tool.ToolSite;
import io.stepwright.event.RunEvents;
import io.stepwright.spi.Approvals;
import io.stepwright.spi.RunEvent.StepKey;
import io.stepwright.wiring.StepInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step as its tools see it.
 *
 * @param step the step whose model calls them
 */
record StepToolSite(StepRun step) implements ToolSite {

  @Override
  public StepInfo info() {
    return step.info();
  }

  @Override
  public @Nullable StepKey key() {
    return step.key();
  }

  @Override
  public @Nullable RunEvents events() {
    return step.events();
  }

  @Override
  public Deadline deadline() {
    return step.deadline();
  }

  @Override
  public void deadlinePassed() {
    step.deadlinePassed();
  }

  @Override
  public boolean isTimedOut() {
    return step.isTimedOut();
  }

  @Override
  public RunTools run() {
    return step.life().tools();
  }

  @Override
  public Approvals approvals() {
    Approvals given = step.life().engine().approvals();
    return given == null ? Approvals.refusing() : given;
  }

  @Override
  public boolean isStopped() {
    return step.life().state().isStopped(step);
  }

  @Override
  public void atOnce(List<Task> tasks) throws Exception {
    new ToolThreads(step, tasks).run();
  }
}
