package io.stepwright.engine.tool;

import io.stepwright.engine.model.AskingStep;
import io.stepwright.spi.Approvals;
import java.util.List;

/** One execution of a step, as the tools of its model see it. */
public interface ToolSite extends AskingStep {

  /** A call that a thread executes. */
  @FunctionalInterface
  interface Task {
    void run() throws Exception;
  }

  /** Returns what the tools of the run share. */
  RunTools run();

  /** Returns the approvals of the runtime. */
  Approvals approvals();

  /** Tells whether the step or its run was stopped, so that no further tool may begin. */
  boolean isStopped();

  /**
   * Checks that the next tool or turn may begin.
   *
   * @throws InterruptedException if the step was stopped or the thread was interrupted
   */
  default void checkNotStopped() throws InterruptedException {
    if (Thread.currentThread().isInterrupted() || isStopped()) {
      throw new InterruptedException("The step was stopped.");
    }
  }

  /**
   * Executes tasks at the same time, on threads of the run and the calling thread, and waits until
   * all of them have ended.
   *
   * @throws Exception the first exception of a task, which stops the others
   * @throws InterruptedException if the step was stopped
   */
  void atOnce(List<Task> tasks) throws Exception;
}
