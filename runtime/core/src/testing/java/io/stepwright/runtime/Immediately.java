package io.stepwright.runtime;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import java.util.function.Consumer;

/** A listener that has received all events when a call returns. */
public record Immediately(Consumer<RunEvent> action) implements RunListener {

  public static RunListener tell(Consumer<RunEvent> action) {
    return new Immediately(action);
  }

  @Override
  public void onEvent(RunEvent event) {
    action.accept(event);
  }

  @Override
  public boolean onCallingThread() {
    return true;
  }
}
