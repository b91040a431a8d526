package io.stepwright.spi;

/**
 * Is told what happens in runs. What it throws is logged once and changes nothing.
 *
 * <p>The events of a run begin with {@link RunEvent.RunStarted} and end with {@link
 * RunEvent.RunEnded}. The events of one step come in the order of their declaration in {@link
 * RunEvent}; those of steps that run side by side interleave.
 *
 * <p>A listener has a thread of its own, on which it is told of one event after the other: it may
 * be slow, and it may block, without holding a run back. It hears of an event some time after it
 * happened. If it falls behind by {@value #MOST_WAITING} events, it is not told of further ones
 * until it has caught up; how many it missed is logged. Closing the runtime waits, but not for
 * long, until it has heard of everything.
 */
@FunctionalInterface
public interface RunListener {

  /** The most events that wait for a listener. */
  int MOST_WAITING = 65_536;

  /** Takes the settings of the runtime, once, before it is told of anything. */
  default void configure(ListenerSettings settings) {}

  /** Something has happened. */
  void onEvent(RunEvent event);

  /**
   * Whether it is told on the thread on which things happen, while they happen: for listeners that
   * change what belongs to a thread, as tracing does. Such a listener has to be thread-safe and
   * must never block, for the run waits for it. Asked once.
   */
  default boolean onCallingThread() {
    return false;
  }

  /**
   * Whether it wants to hear of the run that starts now. Asked at the start of every run, on the
   * thread that calls it; quick. If no listener does, there are no events, and a run costs as much
   * as without listeners; if another one does, this one hears of the run, too.
   */
  default boolean isListening() {
    return true;
  }

  /** Whether it is told what was asked and answered, too. Asked once. */
  default boolean wantsContent() {
    return false;
  }

  /**
   * What was asked and answered in an attempt. Comes right after the event, only for attempts to
   * get an answer of a model, and only if it {@link #wantsContent wants} it.
   */
  default void onContent(RunEvent.Attempted attempt, ModelContent content) {}
}
