package io.stepwright.descriptor;

import io.stepwright.descriptor.EntryPointDescriptor.BindingDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ConditionDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.Source;
import io.stepwright.descriptor.StepDescriptor.CacheDescriptor;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the parts of a descriptor fit together: names refer to something, steps are in
 * topological order, and values are in their ranges. Throws {@link DescriptorException}.
 */
final class Consistency {

  private final EntryPointDescriptor entryPoint;
  private final Map<String, Long> methods;
  private final Set<String> inputs = new HashSet<>();
  private final Set<String> steps = new HashSet<>();

  private Consistency(EntryPointDescriptor entryPoint, Map<String, Long> methods) {
    this.entryPoint = entryPoint;
    this.methods = methods;
  }

  static void check(AgentDescriptor agent) {
    agent.steps().forEach(Consistency::step);
    ToolConsistency.check(agent);
    Map<String, Long> methods =
        agent.steps().stream()
            .collect(Collectors.groupingBy(StepDescriptor::name, Collectors.counting()));
    agent.entryPoints().forEach(entryPoint -> new Consistency(entryPoint, methods).check());
  }

  static void step(StepDescriptor step) {
    String where = "the step \"" + DisplayText.brief(step.name()) + "\"";
    if (step.attempts() < 1) {
      throw new DescriptorException(where + " has no attempts");
    }
    duration(where, "timeout", step.timeout());
    CacheDescriptor cache = step.cache();
    if (cache != null) {
      if (!(cache.similarity() >= 0 && cache.similarity() <= 1)) {
        throw new DescriptorException(where + " has a similarity that is not from 0 to 1");
      }
      duration(where, "time to live", cache.ttl());
    }
  }

  /** Checks that a duration is not negative and that tools can convert it to milliseconds. */
  private static void duration(String where, String name, @Nullable String text) {
    if (text == null) {
      return;
    }
    try {
      if (Duration.parse(text).toMillis() < 0) {
        throw new ArithmeticException("negative");
      }
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new DescriptorException(
          where + " has a " + name + " that is no duration: \"" + DisplayText.brief(text) + "\"",
          e);
    }
  }

  private void check() {
    for (String input : entryPoint.inputs()) {
      if (!inputs.add(input)) {
        throw wrong("has the input", input, "twice");
      }
    }
    for (NodeDescriptor node : entryPoint.steps()) {
      // Only earlier steps are known at this point, so that a step cannot wait for a later one.
      node(node);
      if (!steps.add(node.name())) {
        throw wrong("has the step", node.name(), "twice");
      }
    }
    bindings(entryPoint.resultBindings(), "its result");
    steps(entryPoint.also(), "its result");
    steps(entryPoint.criticalPath(), "its critical path");
  }

  private void node(NodeDescriptor node) {
    String user = "the step \"" + DisplayText.brief(node.name()) + "\"";
    if (node.branches().isEmpty()) {
      throw wrong("has the step", node.name(), "without a method");
    }
    // Methods of alternatives can be equal apart from the types of their parameters, which a
    // descriptor does not contain, so a repeated method is recognised by the number of methods.
    if (methods.getOrDefault(node.name(), 0L) != node.branches().size()) {
      throw wrong("has the step", node.name(), "with another number of methods than declared");
    }
    for (BranchDescriptor branch : node.branches()) {
      bindings(branch.inputs(), user);
      for (ConditionDescriptor when : branch.when()) {
        source(when.source(), user);
      }
    }
    steps(node.after(), user);
  }

  private void bindings(List<BindingDescriptor> bindings, String user) {
    for (BindingDescriptor binding : bindings) {
      source(binding.source(), user);
      if (binding.each() && binding.atOnce() < 1) {
        throw wrong("has the parameter", binding.parameter(), "that takes no item at once");
      }
    }
  }

  private void source(Source source, String user) {
    if (!source.input()) {
      steps(List.of(source.name()), user);
    } else if (!inputs.contains(source.name())) {
      throw wrong("has no input", source.name(), "for " + user);
    }
  }

  private void steps(List<String> names, String user) {
    for (String name : names) {
      if (!steps.contains(name)) {
        throw wrong("has no step", name, "before " + user);
      }
    }
  }

  private DescriptorException wrong(String has, String name, String how) {
    return new DescriptorException(
        "the entry point \"%s\" %s \"%s\" %s"
            .formatted(DisplayText.brief(entryPoint.method()), has, DisplayText.brief(name), how));
  }
}
