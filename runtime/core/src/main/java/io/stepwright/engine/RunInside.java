package io.stepwright.engine;

import io.stepwright.background.IntrusiveList;
import org.jspecify.annotations.Nullable;

/** A run that is open, as its runtime and the run around it see it: something to cancel. */
abstract class OpenRun extends IntrusiveList.Link<OpenRun> {

  /** The list that holds this run, set by the thread that opens it. */
  OpenRuns.@Nullable RunList openIn;

  /** The name of the agent. */
  abstract String agent();

  /** Returns the name of the entry point. */
  abstract String entryPoint();

  /** Returns the body that this run was started in, or null. */
  abstract @Nullable Body startedIn();

  /**
   * Cancels the run, unless it has ended. Must not be called under a lock.
   *
   * @param reason half a sentence: {@code its future was completed by others}
   */
  abstract void cancel(String reason);
}
