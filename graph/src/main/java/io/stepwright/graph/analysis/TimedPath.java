package io.stepwright.graph.analysis;

import io.stepwright.descriptor.CriticalPath;
import io.stepwright.descriptor.EntryPointDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A path through a graph, and how long its steps take.
 *
 * @param steps the names of its steps, from first to last
 * @param duration how long they take together; of alternatives the slowest counts
 */
public record TimedPath(List<String> steps, Duration duration) {

  /** Copies the list. */
  public TimedPath {
    steps = List.copyOf(steps);
  }

  /**
   * The critical path by some times; of equal ones the one that the generated class tells of. Times
   * are compared up to a limit of weeks, so that no sum overflows.
   */
  public static TimedPath longest(EntryPointDescriptor entryPoint, StepTimes times) {
    Duration limit = Duration.ofNanos(Long.MAX_VALUE / (entryPoint.steps().size() + 1));
    List<CriticalPath.Node> nodes = new ArrayList<>();
    for (NodeDescriptor node : entryPoint.steps()) { // each comes after the ones it needs
      Duration time = time(node, times);
      nodes.add(
          new CriticalPath.Node(
              node.name(),
              (time.compareTo(limit) < 0 ? time : limit).toNanos(),
              List.copyOf(needs(node))));
    }
    TimedPath longest = of(CriticalPath.of(nodes).names(), entryPoint, times);
    TimedPath told = of(entryPoint.criticalPath(), entryPoint, times);
    return told.duration.compareTo(longest.duration) < 0 ? longest : told;
  }

  private static TimedPath of(
      List<String> steps, EntryPointDescriptor entryPoint, StepTimes times) {
    Set<String> names = new HashSet<>(steps);
    Duration duration = Duration.ZERO;
    for (NodeDescriptor node : entryPoint.steps()) {
      if (names.contains(node.name())) {
        duration = duration.plus(time(node, times));
      }
    }
    return new TimedPath(steps, duration);
  }

  /** Returns the duration of a step; for alternatives, that of the slowest. */
  public static Duration time(NodeDescriptor node, StepTimes times) {
    return node.branches().stream()
        .map(branch -> times.of(branch.step()).duration())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Set<String> needs(NodeDescriptor node) {
    Set<String> needs = new LinkedHashSet<>();
    for (BranchDescriptor branch : node.branches()) {
      branch.inputs().forEach(input -> addStep(needs, input.source()));
      branch.when().forEach(when -> addStep(needs, when.source()));
    }
    needs.addAll(node.after());
    return needs;
  }

  private static void addStep(Set<String> needs, Source source) {
    if (!source.input()) {
      needs.add(source.name());
    }
  }
}
