package io.stepwright.descriptor;

import io.stepwright.descriptor.EntryPointDescriptor.BindingDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ConditionDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.ResultDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.Source;
import io.stepwright.descriptor.json.JsonPrinter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes descriptors. Equal agents give equal texts, in the form that {@code
 * descriptor.schema.json} describes. Thread-safe: it has no state.
 */
public final class DescriptorWriter {

  /** The version of the format that is written here and read by {@link DescriptorReader}. */
  public static final int SCHEMA_VERSION = 1;

  private DescriptorWriter() {}

  /** Returns the descriptor as JSON. */
  public static String write(AgentDescriptor agent) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("agent", agent.name());
    root.put("type", agent.type());
    root.put("generated", agent.generated());
    root.put("resources", each(agent.resources(), DescriptorWriter::resource));
    root.put("steps", each(agent.steps(), StepWriter::step));
    if (!agent.tools().isEmpty()) {
      root.put("tools", each(agent.tools(), StepWriter::tool));
    }
    root.put("entryPoints", each(agent.entryPoints(), DescriptorWriter::entryPoint));
    return JsonPrinter.write(root) + "\n";
  }

  static <T> List<Map<String, @Nullable Object>> each(
      List<T> items, Function<T, Map<String, @Nullable Object>> json) {
    return items.stream().map(json).toList();
  }

  private static Map<String, @Nullable Object> resource(ResourceDescriptor resource) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", resource.path());
    json.put("from", resource.from());
    json.put("sha256", resource.sha256());
    return json;
  }

  private static Map<String, @Nullable Object> entryPoint(EntryPointDescriptor entryPoint) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", entryPoint.method());
    json.put("inputs", entryPoint.inputs());
    json.put("declaredBy", entryPoint.declaredBy());
    json.put("returns", entryPoint.returns());
    json.put("result", entryPoint.result() == null ? null : result(entryPoint.result()));
    json.put("also", entryPoint.also());
    json.put("timeout", entryPoint.timeout());
    json.put("steps", each(entryPoint.steps(), DescriptorWriter::node));
    json.put("criticalPath", entryPoint.criticalPath());
    json.put("mostModelCalls", entryPoint.mostModelCalls().fixed());
    json.put("mostModelCallsPerItem", entryPoint.mostModelCalls().perItem());
    return json;
  }

  private static Map<String, ?> result(ResultDescriptor result) {
    return result.step() == null
        ? Map.of("components", each(result.components(), DescriptorWriter::binding))
        : Map.of("step", result.step());
  }

  private static Map<String, @Nullable Object> node(NodeDescriptor node) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("step", node.name());
    BranchDescriptor first = node.branches().get(0);
    if (!node.isChoice()) {
      json.put("inputs", each(first.inputs(), DescriptorWriter::binding));
    }
    json.put("after", node.after());
    if (node.isChoice()) {
      json.put("alternatives", each(node.branches(), DescriptorWriter::branch));
    } else if (!first.when().isEmpty()) {
      json.put("when", each(first.when(), DescriptorWriter::condition));
    }
    json.put("spine", node.spine());
    return json;
  }

  private static Map<String, @Nullable Object> branch(BranchDescriptor branch) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", branch.step().method());
    json.put("parameters", branch.step().parameters());
    json.put("inputs", each(branch.inputs(), DescriptorWriter::binding));
    json.put("when", each(branch.when(), DescriptorWriter::condition));
    return json;
  }

  private static Map<String, @Nullable Object> condition(ConditionDescriptor condition) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("test", condition.test());
    json.put("from", from(condition.source()));
    json.put("name", condition.source().name());
    return json;
  }

  private static Map<String, @Nullable Object> binding(BindingDescriptor binding) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("parameter", binding.parameter());
    json.put("from", from(binding.source()));
    json.put("name", binding.source().name());
    if (binding.path() != null) {
      json.put("path", binding.path());
    }
    if (binding.each()) {
      json.put("each", true);
      json.put("atOnce", binding.atOnce());
    }
    json.put("required", binding.required());
    return json;
  }

  private static String from(Source source) {
    return source.input() ? "input" : "step";
  }
}
