package io.stepwright.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The compile-time facts about an entry point, with its steps in topological order. Immutable; a
 * constant of the generated class.
 *
 * @param agent the agent
 * @param name the name of the method
 * @param timeout the time limit of a run; null for the configured limit, {@link #NO_TIMEOUT} for
 *     none
 * @param steps the steps with their dependencies
 * @param also names of the steps that run to their end although the result does not need them
 * @param report true if its runs are recorded because the result carries a report
 */
public record EntryPointInfo(
    AgentInfo agent,
    String name,
    @Nullable Duration timeout,
    List<Node> steps,
    Set<String> also,
    boolean report) {

  /** The timeout of a run without a time limit. */
  public static final Duration NO_TIMEOUT = Duration.ofSeconds(Long.MAX_VALUE);

  /**
   * A step and the steps that it waits for.
   *
   * @param step the step
   * @param after names of the steps that it waits for
   */
  public record Node(StepInfo step, List<String> after) {}

  /** Returns an entry point without steps; {@link #step} adds them. */
  public static EntryPointInfo of(AgentInfo agent, String name) {
    return new EntryPointInfo(agent, name, null, List.of(), Set.of(), false);
  }

  /** Returns a copy with a time limit for its runs. */
  public EntryPointInfo within(Duration timeout) {
    return new EntryPointInfo(agent, name, timeout, steps, also, report);
  }

  /** Returns a copy with one more step, which waits for the given steps. */
  public EntryPointInfo step(StepInfo step, StepInfo... after) {
    List<Node> more = new ArrayList<>(steps);
    List<String> names = new ArrayList<>();
    for (StepInfo needed : after) {
      names.add(needed.name());
    }
    more.add(new Node(step, List.copyOf(names)));
    return new EntryPointInfo(agent, name, timeout, List.copyOf(more), also, report);
  }

  /** Returns a copy with steps that run to their end although the result does not need them. */
  public EntryPointInfo also(String... names) {
    return new EntryPointInfo(agent, name, timeout, steps, Set.of(names), report);
  }

  /** Returns a copy whose result carries a report of the run. */
  public EntryPointInfo reported() {
    return new EntryPointInfo(agent, name, timeout, steps, also, true);
  }
}
