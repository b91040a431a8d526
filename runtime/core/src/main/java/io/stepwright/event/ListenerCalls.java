package io.stepwright.event;

import io.stepwright.spi.ModelContent;
import io.stepwright.spi.RunEvent;
import io.stepwright.spi.ToolContent;

/** The calls to a listener. No exception of the listener escapes. */
interface ListenerCalls {

  /** Tells whether the listener wants the events of the run that starts now. */
  boolean isListening();

  /** Tells whether the listener wants the texts of requests and answers. */
  boolean wantsContent();

  /** Passes an event to the listener. */
  void tell(RunEvent event);

  /** Passes the texts of an attempt to the listener. */
  void tell(RunEvent.Attempted attempt, ModelContent content);

  /** Passes the texts of a call of a tool to the listener. */
  void tell(RunEvent.ToolEnded call, ToolContent content);

  /** Announces that there are no more events. */
  default void finish() {}

  /** Waits until the listener has received everything, at most so many nanoseconds. */
  default void await(long nanos) {}
}
