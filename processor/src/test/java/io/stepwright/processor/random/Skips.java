package io.stepwright.processor.random;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Records skipped steps, by the names of agents. One run of an agent is recorded at a time. */
final class Skips implements RunListener {

  private final Map<String, Set<String>> skipped = new ConcurrentHashMap<>();

  /** Events are needed as soon as the run ends, so they are received on the calling thread. */
  @Override
  public boolean onCallingThread() {
    return true;
  }

  @Override
  public void onEvent(RunEvent event) {
    if (event instanceof RunEvent.Skipped step) {
      skipped
          .computeIfAbsent(event.run().agent(), agent -> new ConcurrentSkipListSet<>())
          .add(step.step().name());
    }
  }

  /** Returns the steps that were skipped since the last call. */
  Set<String> take(RandomAgent agent) {
    Set<String> taken = skipped.remove(agent.name());
    return taken == null ? Set.of() : new TreeSet<>(taken);
  }
}
