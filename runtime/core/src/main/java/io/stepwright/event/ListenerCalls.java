package io.stepwright.event;

import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;

/** How a listener is told. Nothing that it does comes out of here. */
interface ListenerCalls {

  /** Whether it wants to hear of the run that starts now. */
  boolean isListening();

  /** Whether it is told what was asked and answered. */
  boolean wantsContent();

  /** Tells it of an event. */
  void tell(RunEvent event);

  /** Tells it what was asked and answered. */
  void tell(RunEvent.Attempted attempt, ModelContent content);

  /** There will be no more events. */
  default void finish() {}

  /** Waits until it has heard of everything, at most so many nanoseconds. */
  default void await(long nanos) {}
}
