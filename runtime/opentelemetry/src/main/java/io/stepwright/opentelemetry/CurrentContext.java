package io.stepwright.opentelemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A context that is the current one of a thread until this is closed on it. */
// Its scope outlives the method that opens it; contexts are compared as the current one is.
@SuppressWarnings({"MustBeClosedChecker", "ReferenceEquality"})
final class CurrentContext {

  private final Context before = Context.current();
  private final Scope scope;

  CurrentContext(Context context) {
    scope = context.makeCurrent();
  }

  /** Makes the one before the current one again. */
  void close() {
    scope.close();
    if (Context.current() != before) {
      // User code has left a scope of its own open, and ours could not be closed because of that.
      // Its context must not reach the next step on this thread.
      Scope unused = before.makeCurrent();
    }
  }
}
