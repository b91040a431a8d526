package io.stepwright.wiring;

import org.jspecify.annotations.Nullable;

/**
 * The body of an asynchronous entry point.
 *
 * @param <R> the type of its result
 */
@FunctionalInterface
public interface RunBody<R extends @Nullable Object> {

  /** Runs the steps of the entry point. */
  R run(Run run);
}
