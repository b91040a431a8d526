package io.stepwright.descriptor;

import io.stepwright.descriptor.EntryPointDescriptor.BindingDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ConditionDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ResultDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates the records of one descriptor. Throws {@link DescriptorException}. */
final class DescriptorRecords {

  private final Fields root;
  private final Map<StepKey, StepDescriptor> steps = new HashMap<>();

  DescriptorRecords(Fields root) {
    this.root = root;
  }

  /** Refers to a method of a step, or to the step's first method if the method is null. */
  private record StepKey(String name, @Nullable String method, List<String> parameters) {}

  AgentDescriptor read() {
    String name = root.text("agent");
    String type = root.text("type");
    String generated = root.text("generated");
    List<StepDescriptor> all = root.objects("steps", StepRecords::step);
    for (StepDescriptor step : all) {
      steps.putIfAbsent(new StepKey(step.name(), step.method(), step.parameters()), step);
      steps.putIfAbsent(new StepKey(step.name(), null, List.of()), step);
    }
    AgentDescriptor agent =
        new AgentDescriptor(
            name,
            type,
            generated,
            resources(root),
            all,
            root.objects("tools", StepRecords::tool),
            root.objects("entryPoints", this::entryPoint));
    Consistency.check(agent);
    return agent;
  }

  static List<ResourceDescriptor> resources(Fields root) {
    return root.objects(
        "resources",
        file ->
            new ResourceDescriptor(
                file.text("path"), file.textOrNull("from"), file.textOrNull("sha256")));
  }

  private EntryPointDescriptor entryPoint(Fields entryPoint) {
    return new EntryPointDescriptor(
        entryPoint.text("method"),
        entryPoint.texts("inputs"),
        entryPoint.text("declaredBy"),
        entryPoint.text("returns"),
        result(entryPoint.objectOrNull("result")),
        entryPoint.texts("also"),
        entryPoint.textOrNull("timeout"),
        entryPoint.objects("steps", this::node),
        entryPoint.texts("criticalPath"),
        new ModelCallBound(
            entryPoint.count("mostModelCalls"), entryPoint.counts("mostModelCallsPerItem")));
  }

  private static @Nullable ResultDescriptor result(@Nullable Fields result) {
    return result == null
        ? null
        : new ResultDescriptor(
            result.textOrNull("step"), result.objects("components", DescriptorRecords::binding));
  }

  private NodeDescriptor node(Fields node) {
    String name = node.text("step");
    List<BranchDescriptor> branches =
        node.has("alternatives")
            ? node.objects(
                "alternatives",
                branch ->
                    branch(
                        branch,
                        new StepKey(name, branch.text("method"), branch.texts("parameters"))))
            : List.of(branch(node, new StepKey(name, null, List.of())));
    return new NodeDescriptor(name, branches, node.texts("after"), node.flag("spine"));
  }

  private BranchDescriptor branch(Fields branch, StepKey key) {
    StepDescriptor step = steps.get(key);
    if (step == null) {
      throw new DescriptorException(
          "the step \"" + DisplayText.brief(key.name()) + "\" is not declared");
    }
    return new BranchDescriptor(
        step,
        branch.objects("inputs", DescriptorRecords::binding),
        branch.objects("when", when -> new ConditionDescriptor(when.text("test"), source(when))));
  }

  private static BindingDescriptor binding(Fields binding) {
    return new BindingDescriptor(
        binding.text("parameter"),
        source(binding),
        binding.textOrNull("path"),
        binding.flag("each"),
        binding.count("atOnce", 0),
        binding.flag("required"));
  }

  private static Source source(Fields source) {
    String from = source.text("from");
    if (!from.equals("input") && !from.equals("step")) {
      throw new DescriptorException("\"from\" is \"" + DisplayText.brief(from) + "\"");
    }
    return new Source(from.equals("input"), source.text("name"));
  }
}
