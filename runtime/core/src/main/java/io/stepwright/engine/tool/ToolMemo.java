package io.stepwright.engine.tool;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The results of the read-only tools of one run, which are used again for equal calls until a side
 * effect happens. Thread-safe.
 */
public final class ToolMemo {

  private static final int MOST_RESULTS = 1_000;

  @GuardedBy("this")
  private final Map<String, String> results = new HashMap<>();

  @GuardedBy("this")
  private long version;

  /** Returns the result of an equal call, or null. */
  synchronized @Nullable String find(String call) {
    return results.get(call);
  }

  /** Returns a number that changes with each side effect. */
  synchronized long version() {
    return version;
  }

  /**
   * Keeps a result, unless a side effect has happened since the call began.
   *
   * @param begun the version when the call began
   */
  synchronized void keep(String call, String result, long begun) {
    if (version == begun && results.size() < MOST_RESULTS) {
      results.put(call, result);
    }
  }

  /**
   * Forgets all results. Called before and after a side effect, because a result that was read
   * meanwhile may be either of the old state or of the new one.
   */
  public synchronized void sideEffect() {
    version++;
    results.clear();
  }
}
