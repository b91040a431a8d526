package io.stepwright.wiring;

/**
 * The body of an asynchronous entry point.
 *
 * @param <R> the type of its result
 */
@FunctionalInterface
public interface RunBody<R> {

  /** Runs the steps of the entry point. */
  R run(Run run);
}
