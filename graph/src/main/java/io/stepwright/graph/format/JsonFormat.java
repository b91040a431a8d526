package io.stepwright.graph.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.ModelCallBound;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.descriptor.ToolDescriptor;
import io.stepwright.descriptor.ToolUseDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.GraphEdge;
import io.stepwright.graph.analysis.GraphNode;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.analysis.StepText;
import io.stepwright.graph.picture.SourceLinks;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Writes nodes and edges as JSON, for tools. */
final class JsonFormat implements GraphFormat {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public String extension() {
    return "json";
  }

  @Override
  public String write(List<EntryGraph> graphs, SourceLinks links) {
    ObjectNode root = MAPPER.createObjectNode().put("schemaVersion", 1);
    ArrayNode all = root.putArray("graphs");
    for (EntryGraph graph : graphs) {
      ObjectNode json = all.addObject();
      json.put("agent", graph.agent().name()).put("type", graph.agent().type());
      json.put("entryPoint", graph.entryPoint().method());
      json.put("returns", graph.entryPoint().returns());
      json.put("timeout", graph.entryPoint().timeout());
      ModelCallBound bound = graph.entryPoint().mostModelCalls();
      json.put("mostModelCalls", bound.fixed());
      bound.perItem().forEach(json.putObject("mostModelCallsPerItem")::put);
      ObjectNode path = json.putObject("criticalPath");
      graph.criticalPath().steps().forEach(path.putArray("steps")::add);
      path.put("milliseconds", graph.criticalPath().duration().toMillis());
      path.put("times", graph.times().description());
      ArrayNode nodes = json.putArray("nodes");
      graph.nodes().forEach(node -> node(graph, node, nodes.addObject(), links));
      ArrayNode edges = json.putArray("edges");
      graph.edges().forEach(edge -> edge(edge, edges.addObject()));
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The graphs cannot be written as JSON", e);
    }
  }

  private static void node(EntryGraph graph, GraphNode node, ObjectNode json, SourceLinks links) {
    json.put("id", node.id()).put("role", lower(node.role())).put("name", node.name());
    if (node.step() == null) {
      return;
    }
    json.put("critical", node.critical()).put("spine", node.step().spine());
    ArrayNode methods = json.putArray("methods");
    for (BranchDescriptor branch : node.step().branches()) {
      StepDescriptor step = branch.step();
      ObjectNode method = methods.addObject();
      method.put("method", step.method()).put("kind", lower(step.kind()));
      method.put("type", step.type()).put("model", step.model());
      step.fallback().forEach(method.putArray("fallback")::add);
      method.put("cache", step.cache() == null ? null : StepText.cache(step.cache()));
      step.checks().forEach(method.putArray("checks")::add);
      method.put("onFailure", step.onFailure());
      method.put("each", branch.each() == null ? null : branch.each().from());
      if (step.tools() != null) {
        tools(graph, step, method.putObject("tools"));
      }
      method.put("mostModelCalls", step.mostModelCalls()).put("sideEffect", step.sideEffect());
      links.to(step).ifPresent(link -> method.put("source", link.text()).put("link", link.href()));
    }
  }

  private static void tools(EntryGraph graph, StepDescriptor step, ObjectNode json) {
    ToolUseDescriptor use = Objects.requireNonNull(step.tools());
    json.put("turns", use.turns());
    json.put("tokens", use.tokens() == 0 ? null : use.tokens());
    ArrayNode offered = json.putArray("offered");
    for (OfferedTools.Use each : OfferedTools.of(graph.agent(), step).tools()) {
      ToolDescriptor tool = each.tool();
      ObjectNode node = offered.addObject();
      node.put("tool", tool.name()).put("kind", lower(tool.kind()));
      node.put("offeredBy", each.by().isEmpty() ? null : each.by());
      node.put("model", tool.asked() == null ? null : tool.asked().model());
      node.put("server", tool.server());
      node.put("readOnly", tool.readOnly()).put("sideEffect", tool.sideEffect());
      node.put("approved", tool.approval() != null).put("failing", tool.failing());
      node.put("calls", tool.calls() == 0 ? null : tool.calls());
      each.offered().bound().forEach(node.putObject("bound")::put);
    }
  }

  private static void edge(GraphEdge edge, ObjectNode json) {
    json.put("from", edge.from()).put("to", edge.to()).put("kind", lower(edge.kind()));
    if (edge.branch() >= 0) {
      json.put("method", edge.branch());
    }
    json.put("condition", edge.condition()).put("critical", edge.critical());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
