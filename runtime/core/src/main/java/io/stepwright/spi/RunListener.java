package io.stepwright.spi;

/**
 * Receives the events of runs. An exception that it throws is logged once and has no other effect.
 *
 * <p>The events of a run begin with {@link RunEvent.RunStarted} and end with {@link
 * RunEvent.RunEnded}. The events of one step come in the order of their declaration in {@link
 * RunEvent}; those of steps that run side by side interleave.
 *
 * <p>Each listener has a thread of its own, on which it receives one event after the other. It may
 * be slow, and it may block, without delaying a run. It receives an event some time after it
 * happened. A listener that falls behind by {@value #MOST_WAITING} events loses further ones until
 * it has caught up; the number of lost events is logged. Closing the runtime waits a limited time
 * for the listener to receive everything.
 */
@FunctionalInterface
public interface RunListener {

  /** The maximum number of events that are queued for a listener. */
  int MOST_WAITING = 65_536;

  /** Receives the settings of the runtime, once, before all events. */
  default void configure(ListenerSettings settings) {}

  /** Receives an event. */
  void onEvent(RunEvent event);

  /**
   * Returns true if the listener is called synchronously, on the thread on which the event happens.
   * This is for listeners that change thread-bound state, as tracing does. Such a listener must be
   * thread-safe and must never block, because the run waits for it. Called once.
   */
  default boolean onCallingThread() {
    return false;
  }

  /**
   * Returns true if the listener wants the events of the run that starts now. Called at the start
   * of every run, on the caller's thread; must be quick. If no listener wants the run, it has no
   * events and costs as much as without listeners; if another listener does, this one receives the
   * run's events too.
   */
  default boolean isListening() {
    return true;
  }

  /** Returns true if the listener also receives the texts of requests and answers. Called once. */
  default boolean wantsContent() {
    return false;
  }

  /**
   * Receives the texts of an attempt. Called right after the event, only for model requests, and
   * only if the listener {@link #wantsContent wants} them.
   */
  default void onContent(RunEvent.Attempted attempt, ModelContent content) {}

  /**
   * Receives the texts of a call of a tool. Called right before the event, on the same thread as
   * the event, and only if the listener {@link #wantsContent wants} them.
   */
  default void onContent(RunEvent.ToolEnded call, ToolContent content) {}
}
