package io.stepwright.processor.descriptor;

import io.stepwright.processor.codegen.CacheFingerprint;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Arm;
import io.stepwright.processor.model.Graph.AssembledResult;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.Source;
import io.stepwright.processor.model.Graph.StepResult;
import io.stepwright.processor.model.ItemFailure;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.ResolvedCheck;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.CacheText;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TemplateValue.OpenSlot;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.resources.ResourceUse;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.schema.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the descriptor of an agent. Its form is versioned by {@code schemaVersion}. */
public final class DescriptorWriter {

  private static final int SCHEMA_VERSION = 1;

  private DescriptorWriter() {}

  /**
   * The descriptor as JSON.
   *
   * @param resources the files that were looked for
   */
  public static String write(
      WiredAgent wired, List<Schedule> schedules, List<ResourceUse> resources) {
    AgentModel agent = wired.agent();
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schemaVersion", SCHEMA_VERSION);
    root.put("agent", agent.name());
    root.put("type", agent.binaryName());
    root.put("generated", agent.qualifiedWiredName());
    root.put("resources", resources.stream().map(DescriptorWriter::resource).toList());
    root.put("steps", agent.steps().stream().map(step -> step(step, wired)).toList());
    root.put("entryPoints", schedules.stream().map(DescriptorWriter::entryPoint).toList());
    return JsonText.write(root) + "\n";
  }

  private static Map<String, @Nullable Object> resource(ResourceUse use) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", use.path());
    json.put("from", use.from());
    json.put("sha256", use.sha256());
    return json;
  }

  private static Map<String, @Nullable Object> step(StepModel step, WiredAgent wired) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", step.name());
    json.put("method", step.method().name());
    json.put("parameters", parameters(step.method()));
    json.put("declaredBy", binaryName(step.method().owner()));
    json.put("kind", kind(step));
    json.put("type", step.value().type().display());
    json.put("mayBeAbsent", step.value().optional());
    json.put("sideEffect", step.sideEffect());
    json.put("model", step.model() == null ? null : step.model().name().text());
    json.put(
        "fallback",
        step.model() == null
            ? List.of()
            : step.model().fallback().stream().map(Named::text).toList());
    TemplateModel template = wired.templates().get(step.id());
    json.put("template", template == null ? null : template(template));
    json.put("regex", step.regex() == null ? null : step.regex().pattern().text());
    json.put("cache", step.cache() == null ? null : cache(step, step.cache(), wired));
    json.put("checks", wired.checks(step).stream().map(ResolvedCheck::method).toList());
    json.put("onFailure", onFailure(step));
    json.put("attempts", step.attempts());
    json.put("timeout", step.timeout() == null ? null : text(step.timeout().total().value()));
    json.put("mostModelCalls", step.mostModelCalls());
    return json;
  }

  /** What becomes of the step if an item fails, or null if the run fails. */
  private static @Nullable String onFailure(StepModel step) {
    return step.itemFailure() == ItemFailure.FAIL_RUN
        ? null
        : step.itemFailure().name().toLowerCase(Locale.ROOT);
  }

  private static Map<String, @Nullable Object> template(TemplateModel template) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", template.path());
    json.put("chosenBy", template.choosers().stream().map(Slot::path).toList());
    json.put("files", template.files().stream().map(DescriptorWriter::file).toList());
    return json;
  }

  private static Map<String, @Nullable Object> file(TemplateModel.File file) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", file.path());
    json.put("openSlots", file.openSlots().stream().map(OpenSlot::name).toList());
    return json;
  }

  private static Map<String, @Nullable Object> cache(
      StepModel step, CacheText cache, WiredAgent wired) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    CacheKeyModel key = wired.cacheKeys().get(step.id());
    json.put("similarity", cache.similarity());
    json.put("on", key == null || key.text() == null ? null : key.text().path());
    json.put("exact", key == null ? List.of() : key.exact().stream().map(Slot::path).toList());
    json.put("ttl", text(cache.ttl().value()));
    json.put("guards", cache.isSemantic() ? cache.guards() : List.of());
    if (cache.isSemantic() && cache.servesUnjudged()) {
      json.put("whenNotJudged", "SERVE");
    }
    json.put("fingerprint", CacheFingerprint.of(wired, step));
    return json;
  }

  private static String kind(StepModel step) {
    if (!step.isAbstract()) {
      return "code";
    }
    if (step.template() != null) {
      return "template";
    }
    return step.isRegexAlone() ? "regex" : "model";
  }

  private static Map<String, @Nullable Object> entryPoint(Schedule schedule) {
    Graph graph = schedule.graph();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", graph.entryPoint().method().name());
    json.put("inputs", parameters(graph.entryPoint().method()));
    json.put("declaredBy", binaryName(graph.entryPoint().method().owner()));
    json.put("returns", graph.entryPoint().method().returnType().display());
    json.put("result", result(graph));
    json.put("also", graph.entryPoint().also().stream().map(Named::text).toList());
    json.put(
        "timeout",
        Optional.ofNullable(graph.entryPoint().timeout()).map(t -> t.text().text()).orElse(null));
    json.put("steps", graph.nodes().stream().map(node -> node(node, schedule)).toList());
    json.put("criticalPath", graph.criticalPath());
    json.put("mostModelCalls", graph.modelCallBound().fixed());
    json.put("mostModelCallsPerItem", graph.modelCallBound().perItem());
    return json;
  }

  private static @Nullable Object result(Graph graph) {
    if (graph.result() instanceof StepResult step) {
      return Map.of("step", step.step().name());
    }
    return graph.result() instanceof AssembledResult assembled
        ? Map.of("components", edges(assembled.components()))
        : null;
  }

  private static Map<String, @Nullable Object> node(Node node, Schedule schedule) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("step", node.name());
    if (!node.isChoice()) {
      json.put("inputs", edges(node.bindings()));
    }
    json.put("after", node.after());
    if (node.isChoice()) {
      json.put("alternatives", node.arms().stream().map(DescriptorWriter::arm).toList());
    } else if (!node.arms().get(0).conditions().isEmpty()) {
      json.put("when", conditions(node.arms().get(0)));
    }
    json.put("spine", schedule.spine().contains(node.name()));
    return json;
  }

  private static Map<String, @Nullable Object> arm(Arm arm) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("method", arm.step().method().name());
    json.put("parameters", parameters(arm.step().method()));
    json.put("inputs", edges(arm.bindings()));
    json.put("when", conditions(arm));
    return json;
  }

  private static List<Map<String, @Nullable Object>> conditions(Arm arm) {
    return arm.conditions().stream().map(DescriptorWriter::condition).toList();
  }

  private static Map<String, @Nullable Object> condition(Condition condition) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("test", condition.display());
    json.put("from", from(condition.path().root()));
    json.put("name", condition.path().root().name());
    return json;
  }

  private static List<String> parameters(MethodModel method) {
    return method.parameters().stream().map(ParameterModel::name).toList();
  }

  private static String from(Source source) {
    return source instanceof EntryInput ? "input" : "step";
  }

  /** Where tools find the source: a step may be inherited from another file. */
  private static String binaryName(TypeRef type) {
    return type instanceof TypeRef.Declared declared
        ? (declared.packageName().isEmpty() ? "" : declared.packageName() + ".")
            + String.join("$", declared.simpleNames())
        : type.display();
  }

  private static List<Map<String, @Nullable Object>> edges(List<Binding> bindings) {
    List<Map<String, @Nullable Object>> edges = new ArrayList<>();
    for (Binding binding : bindings) {
      Map<String, @Nullable Object> edge = new LinkedHashMap<>();
      edge.put("parameter", binding.parameter().name());
      edge.put("from", from(binding.source()));
      edge.put("name", binding.source().name());
      if (!binding.path().accessors().isEmpty()) {
        edge.put("path", binding.path().text());
      }
      if (binding.parameter().each() != null) {
        edge.put("each", true);
        edge.put("atOnce", binding.parameter().each().atOnce());
      }
      edge.put("required", !binding.toleratesAbsence());
      edges.add(edge);
    }
    return edges;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
