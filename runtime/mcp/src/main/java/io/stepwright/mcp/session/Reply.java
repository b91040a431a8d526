package io.stepwright.mcp.session;

import io.stepwright.wiring.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The end of an exchange: a result, or else a failure. Immutable.
 *
 * @param result the result of the server
 * @param failure the failure
 */
record Reply(@Nullable JsonValue result, @Nullable Failure failure) {

  static Reply of(JsonValue result) {
    return new Reply(result, null);
  }

  static Reply of(Failure failure) {
    return new Reply(null, failure);
  }

  /** Leaves out the result: the SDK may log this. */
  @Override
  public String toString() {
    return failure == null ? "Reply[result]" : "Reply[" + failure.kind() + "]";
  }
}
