package io.stepwright.processor.descriptor;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BindingDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ConditionDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ResultDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.Source;
import io.stepwright.descriptor.ResourceDescriptor;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.AssembledResult;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.StepResult;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ModelCallCount;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.resources.ResourceUse;
import io.stepwright.processor.schedule.Schedule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes an agent and its graphs for tools. */
public final class AgentDescription {

  private final WiredAgent wired;
  private final ModelCallCount count;
  private final Map<String, StepDescriptor> steps = new LinkedHashMap<>();

  private AgentDescription(WiredAgent wired) {
    this.wired = wired;
    this.count = new ModelCallCount(wired);
  }

  /**
   * The descriptor of an agent.
   *
   * @param resources the files that were looked for
   */
  public static AgentDescriptor of(
      WiredAgent wired, List<Schedule> schedules, List<ResourceUse> resources) {
    return new AgentDescription(wired).agent(schedules, resources);
  }

  private AgentDescriptor agent(List<Schedule> schedules, List<ResourceUse> resources) {
    AgentModel agent = wired.agent();
    for (StepModel step : agent.steps()) {
      steps.put(step.id(), StepDescription.of(step, wired, count));
    }
    return new AgentDescriptor(
        agent.name(),
        agent.binaryName(),
        agent.qualifiedWiredName(),
        resources.stream()
            .map(use -> new ResourceDescriptor(use.path(), use.from(), use.sha256()))
            .toList(),
        List.copyOf(steps.values()),
        agent.tools().stream().map(tool -> ToolDescription.of(tool, wired, count)).toList(),
        schedules.stream().map(this::entryPoint).toList());
  }

  private EntryPointDescriptor entryPoint(Schedule schedule) {
    Graph graph = schedule.graph();
    MethodModel method = graph.entryPoint().method();
    return new EntryPointDescriptor(
        method.name(),
        StepDescription.parameters(method),
        StepDescription.binaryName(method.owner()),
        method.returnType().display(),
        result(graph),
        graph.entryPoint().also().stream().map(Named::text).toList(),
        Optional.ofNullable(graph.entryPoint().timeout()).map(t -> t.text().text()).orElse(null),
        graph.nodes().stream().map(node -> node(node, schedule)).toList(),
        graph.criticalPath(),
        count.of(graph));
  }

  private static @Nullable ResultDescriptor result(Graph graph) {
    if (graph.result() instanceof StepResult step) {
      return new ResultDescriptor(step.step().name(), List.of());
    }
    return graph.result() instanceof AssembledResult assembled
        ? new ResultDescriptor(null, bindings(assembled.components()))
        : null;
  }

  private NodeDescriptor node(Node node, Schedule schedule) {
    return new NodeDescriptor(
        node.name(),
        node.branches().stream().map(this::branch).toList(),
        node.after(),
        schedule.spine().contains(node.name()));
  }

  private BranchDescriptor branch(Branch branch) {
    return new BranchDescriptor(
        Objects.requireNonNull(steps.get(branch.step().id())),
        bindings(branch.bindings()),
        branch.conditions().stream().map(AgentDescription::condition).toList());
  }

  private static ConditionDescriptor condition(Condition condition) {
    return new ConditionDescriptor(condition.display(), source(condition.path().root()));
  }

  private static Source source(Graph.Source source) {
    return new Source(source instanceof EntryInput, source.name());
  }

  private static List<BindingDescriptor> bindings(List<Binding> bindings) {
    return bindings.stream().map(AgentDescription::binding).toList();
  }

  private static BindingDescriptor binding(Binding binding) {
    return new BindingDescriptor(
        binding.parameter().name(),
        source(binding.source()),
        binding.path().accessors().isEmpty() ? null : binding.path().text(),
        binding.parameter().each() != null,
        binding.parameter().each() == null ? 0 : binding.parameter().each().atOnce(),
        !binding.toleratesAbsence());
  }
}
