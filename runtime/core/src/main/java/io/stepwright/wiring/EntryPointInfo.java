package io.stepwright.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an entry point at compile time: its steps, in an order in which each comes after
 * the ones it needs. Immutable; a constant of the generated class.
 *
 * @param agent the agent
 * @param name the name of the method
 * @param timeout the limit of a run; null for the configured one, {@link #NO_TIMEOUT} for none
 * @param steps the steps with what each of them waits for
 * @param also names of the steps that run to their end although the result does not need them
 * @param report whether its runs are recorded, for a caller who asks for a report
 */
public record EntryPointInfo(
    AgentInfo agent,
    String name,
    @Nullable Duration timeout,
    List<Node> steps,
    Set<String> also,
    boolean report) {

  /** The timeout of a run that may last for ever. */
  public static final Duration NO_TIMEOUT = Duration.ofSeconds(Long.MAX_VALUE);

  /**
   * A step and the steps that it waits for.
   *
   * @param step the step
   * @param after names of the steps that it waits for
   */
  public record Node(StepInfo step, List<String> after) {}

  /** An entry point without steps; add them with {@link #step}. */
  public static EntryPointInfo of(AgentInfo agent, String name) {
    return new EntryPointInfo(agent, name, null, List.of(), Set.of(), false);
  }

  /** This entry point with a limit on its runs. */
  public EntryPointInfo within(Duration timeout) {
    return new EntryPointInfo(agent, name, timeout, steps, also, report);
  }

  /** This entry point with one more step, which waits for those given after it. */
  public EntryPointInfo step(StepInfo step, StepInfo... after) {
    List<Node> more = new ArrayList<>(steps);
    List<String> names = new ArrayList<>();
    for (StepInfo needed : after) {
      names.add(needed.name());
    }
    more.add(new Node(step, List.copyOf(names)));
    return new EntryPointInfo(agent, name, timeout, List.copyOf(more), also, report);
  }

  /** This entry point with steps that run to their end although the result does not need them. */
  public EntryPointInfo also(String... names) {
    return new EntryPointInfo(agent, name, timeout, steps, Set.of(names), report);
  }

  /** This entry point as one whose result carries a report of the run. */
  public EntryPointInfo reported() {
    return new EntryPointInfo(agent, name, timeout, steps, also, true);
  }
}
