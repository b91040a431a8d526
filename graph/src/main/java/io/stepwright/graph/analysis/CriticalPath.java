package io.stepwright.graph.analysis;

import io.stepwright.graph.descriptor.EntryPointDescriptor;
import io.stepwright.graph.descriptor.EntryPointDescriptor.ArmDescriptor;
import io.stepwright.graph.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.graph.descriptor.EntryPointDescriptor.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The longest path through a graph by time.
 *
 * @param steps the names of its steps, from first to last
 * @param duration the sum of the times of its steps; a choice counts with its slowest branch
 */
public record CriticalPath(List<String> steps, Duration duration) {

  /** Copies the list. */
  public CriticalPath {
    steps = List.copyOf(steps);
  }

  /**
   * Computes the path for some step times. Of equally long paths, returns the one that the
   * descriptor names.
   */
  public static CriticalPath of(EntryPointDescriptor entryPoint, StepTimes times) {
    Map<String, CriticalPath> paths = new LinkedHashMap<>();
    CriticalPath longest = new CriticalPath(List.of(), Duration.ZERO);
    Duration told = Duration.ZERO;
    for (NodeDescriptor node : entryPoint.steps()) { // The steps are in topological order.
      CriticalPath before = new CriticalPath(List.of(), Duration.ZERO);
      for (String needed : needs(node)) {
        CriticalPath path = paths.getOrDefault(needed, before);
        before = path.isLongerThan(before) ? path : before;
      }
      List<String> steps = new ArrayList<>(before.steps);
      steps.add(node.name());
      CriticalPath path = new CriticalPath(steps, before.duration.plus(time(node, times)));
      paths.put(node.name(), path);
      longest = path.isLongerThan(longest) ? path : longest;
      if (entryPoint.criticalPath().contains(node.name())) {
        told = told.plus(time(node, times));
      }
    }
    return told.compareTo(longest.duration) < 0
        ? longest
        : new CriticalPath(entryPoint.criticalPath(), told);
  }

  /** Returns the time of a step; for a choice, that of its slowest branch. */
  public static Duration time(NodeDescriptor node, StepTimes times) {
    return node.arms().stream()
        .map(arm -> times.of(arm.step()).duration())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private boolean isLongerThan(CriticalPath other) {
    return duration.compareTo(other.duration) > 0;
  }

  private static Set<String> needs(NodeDescriptor node) {
    Set<String> needs = new LinkedHashSet<>();
    for (ArmDescriptor arm : node.arms()) {
      arm.inputs().forEach(input -> addStep(needs, input.source()));
      arm.when().forEach(when -> addStep(needs, when.source()));
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
