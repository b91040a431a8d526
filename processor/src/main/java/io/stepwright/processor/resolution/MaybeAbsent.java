package io.stepwright.processor.resolution;

import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import java.util.HashSet;
import java.util.Set;

/**
 * Estimates before the graph is known whether a step may be absent: it returns an {@code Optional},
 * has a condition, or requires the value of such a step, to which a parameter is bound by name.
 */
final class MaybeAbsent {

  private final Sources sources;
  private final Set<String> seen = new HashSet<>();

  MaybeAbsent(Sources sources) {
    this.sources = sources;
  }

  boolean is(String step) {
    if (!seen.add(step)) {
      return false;
    }
    return sources.branches(step).stream().anyMatch(this::mayBe);
  }

  private boolean mayBe(StepModel branch) {
    return branch.value().optional()
        || !branch.when().isEmpty()
        || branch.method().parameters().stream()
            .filter(parameter -> !parameter.optional() || parameter.each() != null)
            .anyMatch(parameter -> is(root(parameter)));
  }

  private static String root(ParameterModel parameter) {
    String path =
        parameter.each() != null
            ? parameter.each().path().text()
            : parameter.from() != null ? parameter.from().text() : parameter.name();
    return path.split("\\.", -1)[0];
  }
}
