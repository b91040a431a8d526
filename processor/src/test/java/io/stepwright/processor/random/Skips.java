package io.stepwright.processor.random;

import io.stepwright.spi.RunEvent;
import io.stepwright.spi.RunListener;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which steps were skipped, by the names of agents of which one run is watched at a time. */
final class Skips implements RunListener {

  private final Map<String, Set<String>> skipped = new ConcurrentHashMap<>();

  /** What a run skipped is asked as soon as it ends. */
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

  /** The steps that were skipped since this was asked last. */
  Set<String> take(RandomAgent agent) {
    Set<String> taken = skipped.remove(agent.name());
    return taken == null ? Set.of() : new TreeSet<>(taken);
  }
}
