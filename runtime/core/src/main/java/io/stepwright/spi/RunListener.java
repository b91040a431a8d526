package io.stepwright.spi;

/**
 * Is told what happens in runs. Thread-safe; called on the thread on which it happens, so it must
 * be quick. What it throws is logged once and changes nothing.
 *
 * <p>The events of a run begin with {@link RunEvent.RunStarted} and end with {@link
 * RunEvent.RunEnded}. The events of one step come in the order of their declaration in {@link
 * RunEvent}; those of steps that run side by side interleave.
 */
@FunctionalInterface
public interface RunListener {

  /** Something has happened. */
  void onEvent(RunEvent event);
}
