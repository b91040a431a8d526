package io.stepwright.graph.descriptor;

import static io.stepwright.graph.descriptor.Json.flag;
import static io.stepwright.graph.descriptor.Json.list;
import static io.stepwright.graph.descriptor.Json.member;
import static io.stepwright.graph.descriptor.Json.text;
import static io.stepwright.graph.descriptor.Json.textOrNull;
import static io.stepwright.graph.descriptor.Json.texts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stepwright.graph.descriptor.EntryPointDescriptor.ArmDescriptor;
import io.stepwright.graph.descriptor.EntryPointDescriptor.BindingDescriptor;
import io.stepwright.graph.descriptor.EntryPointDescriptor.ConditionDescriptor;
import io.stepwright.graph.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.graph.descriptor.EntryPointDescriptor.Source;
import io.stepwright.graph.descriptor.StepDescriptor.CacheDescriptor;
import io.stepwright.graph.descriptor.StepDescriptor.Kind;
import io.stepwright.graph.descriptor.StepDescriptor.TemplateDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one descriptor. Thread-safe, because it has no state. */
public final class DescriptorReader {

  /** The schema version that this class reads. */
  private static final int SCHEMA_VERSION = 1;

  private DescriptorReader() {}

  /**
   * Reads the agent from a descriptor.
   *
   * @param json the descriptor
   * @param place the origin of the descriptor, for messages
   * @throws DescriptorException if the text is not a descriptor, or has another version
   */
  public static AgentDescriptor read(String json, String place) {
    try {
      JsonNode root = new ObjectMapper().readTree(json);
      int version = root.path("schemaVersion").asInt(0);
      if (version == 0) {
        throw new DescriptorException("\"schemaVersion\" is missing");
      }
      if (version != SCHEMA_VERSION) {
        throw new DescriptorException(
            "it has the schema version "
                + version
                + ", and this version of Stepwright reads "
                + SCHEMA_VERSION
                + "; give the processor and the plugin the same version, and compile again");
      }
      return agent(root);
    } catch (JsonProcessingException e) {
      throw new DescriptorException(
          place + " is not JSON; compile the agent again: " + e.getOriginalMessage(), e);
    } catch (DescriptorException | IllegalArgumentException e) {
      throw new DescriptorException(place + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static AgentDescriptor agent(JsonNode root) {
    List<StepDescriptor> steps = list(root, "steps", DescriptorReader::step);
    return new AgentDescriptor(
        text(root, "agent"),
        text(root, "type"),
        text(root, "generated"),
        steps,
        list(root, "entryPoints", entryPoint -> entryPoint(entryPoint, steps)));
  }

  private static StepDescriptor step(JsonNode step) {
    return new StepDescriptor(
        text(step, "name"),
        text(step, "method"),
        texts(step, "parameters"),
        text(step, "declaredBy"),
        Kind.valueOf(text(step, "kind").toUpperCase(Locale.ROOT)),
        text(step, "type"),
        flag(step, "mayBeAbsent"),
        flag(step, "sideEffect"),
        textOrNull(step, "model"),
        texts(step, "fallback"),
        step.hasNonNull("template") ? template(member(step, "template")) : null,
        textOrNull(step, "regex"),
        step.hasNonNull("cache") ? cache(member(step, "cache")) : null,
        step.has("checks") ? texts(step, "checks") : List.of(), // Older descriptors have no checks.
        textOrNull(step, "onFailure"),
        step.path("attempts").asInt(1),
        textOrNull(step, "timeout"),
        member(step, "mostModelCalls").asInt());
  }

  private static TemplateDescriptor template(JsonNode template) {
    List<Integer> openSlots = list(template, "files", file -> file.path("openSlots").size());
    return new TemplateDescriptor(
        text(template, "path"),
        openSlots.size(),
        openSlots.stream().mapToInt(Integer::intValue).sum());
  }

  private static CacheDescriptor cache(JsonNode cache) {
    return new CacheDescriptor(
        member(cache, "similarity").asDouble(),
        textOrNull(cache, "on"),
        texts(cache, "exact"),
        textOrNull(cache, "ttl"),
        texts(cache, "guards"));
  }

  private static EntryPointDescriptor entryPoint(JsonNode json, List<StepDescriptor> steps) {
    return new EntryPointDescriptor(
        text(json, "method"),
        texts(json, "inputs"),
        text(json, "declaredBy"),
        text(json, "returns"),
        result(json.path("result")),
        texts(json, "also"),
        textOrNull(json, "timeout"),
        list(json, "steps", node -> node(node, steps)),
        texts(json, "criticalPath"),
        bound(json));
  }

  private static ModelCallBound bound(JsonNode json) {
    Map<String, Integer> perItem = new LinkedHashMap<>();
    json.path("mostModelCallsPerItem")
        .properties()
        .forEach(list -> perItem.put(list.getKey(), list.getValue().asInt()));
    return new ModelCallBound(member(json, "mostModelCalls").asInt(), perItem);
  }

  private static List<BindingDescriptor> result(JsonNode result) {
    String step = textOrNull(result, "step");
    return step == null
        ? list(result, "components", DescriptorReader::binding)
        : List.of(new BindingDescriptor("", new Source(false, step), null, false, 0, true));
  }

  private static NodeDescriptor node(JsonNode node, List<StepDescriptor> steps) {
    String name = text(node, "step");
    List<ArmDescriptor> arms =
        node.has("alternatives")
            ? list(
                node,
                "alternatives",
                arm -> arm(arm, find(steps, name, text(arm, "method"), texts(arm, "parameters"))))
            : List.of(arm(node, find(steps, name, null, List.of())));
    return new NodeDescriptor(name, arms, texts(node, "after"), flag(node, "spine"));
  }

  private static ArmDescriptor arm(JsonNode arm, StepDescriptor step) {
    return new ArmDescriptor(
        step,
        list(arm, "inputs", DescriptorReader::binding),
        list(arm, "when", when -> new ConditionDescriptor(text(when, "test"), source(when))));
  }

  private static StepDescriptor find(
      List<StepDescriptor> steps, String name, @Nullable String method, List<String> parameters) {
    return steps.stream()
        .filter(step -> step.name().equals(name))
        .filter(step -> method == null || step.method().equals(method))
        .filter(step -> method == null || step.parameters().equals(parameters))
        .findFirst()
        .orElseThrow(() -> new DescriptorException("the step \"" + name + "\" is not declared"));
  }

  private static BindingDescriptor binding(JsonNode binding) {
    return new BindingDescriptor(
        text(binding, "parameter"),
        source(binding),
        textOrNull(binding, "path"),
        flag(binding, "each"),
        binding.path("atOnce").asInt(0),
        flag(binding, "required"));
  }

  private static Source source(JsonNode source) {
    return new Source(text(source, "from").equals("input"), text(source, "name"));
  }
}
