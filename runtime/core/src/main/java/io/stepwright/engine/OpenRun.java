package io.stepwright.engine;

import io.stepwright.background.IntrusiveList;
import org.jspecify.annotations.Nullable;

/** A run that is open, as its runtime and the run around it see it: something to cancel. */
abstract class OpenRun extends IntrusiveList.Link<OpenRun> {

  /** The list that it is in, set by the thread that opens it. */
  OpenRuns.@Nullable RunList openIn;

  /** The name of the agent. */
  abstract String agent();

  /** The name of the entry point. */
  abstract String entryPoint();

  /** The body that it was started in, or null. */
  abstract @Nullable Body startedIn();

  /**
   * Cancels the run, unless it has ended. Not under a lock.
   *
   * @param reason half a sentence: {@code its future was completed by others}
   */
  abstract void cancel(String reason);
}
