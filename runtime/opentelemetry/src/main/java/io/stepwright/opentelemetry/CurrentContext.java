package io.stepwright.opentelemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;

/** A context that is current on a thread until this object is closed on that thread. */
// The scope outlives the method that opens it; contexts are compared by identity.
@SuppressWarnings({"MustBeClosedChecker", "ReferenceEquality"})
final class CurrentContext {

  private final Context before = Context.current();
  private final Scope scope;

  CurrentContext(Context context) {
    scope = context.makeCurrent();
  }

  /** Restores the previous context. */
  void close() {
    scope.close();
    if (Context.current() != before) {
      // User code has left a scope of its own open, which kept ours from being closed. Its context
      // must not reach the next step on this thread.
      Scope unused = before.makeCurrent();
    }
  }
}
