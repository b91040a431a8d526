package io.stepwright.descriptor;

import io.stepwright.descriptor.StepDescriptor.CacheDescriptor;
import io.stepwright.descriptor.StepDescriptor.FileDescriptor;
import io.stepwright.descriptor.StepDescriptor.TemplateDescriptor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes steps and tools. */
final class StepWriter {

  private StepWriter() {}

  static Map<String, @Nullable Object> step(StepDescriptor step) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", step.name());
    json.put("method", step.method());
    json.put("parameters", step.parameters());
    json.put("declaredBy", step.declaredBy());
    json.put("kind", step.kind().name().toLowerCase(Locale.ROOT));
    json.put("type", step.type());
    json.put("mayBeAbsent", step.mayBeAbsent());
    json.put("sideEffect", step.sideEffect());
    json.put("model", step.model());
    json.put("fallback", step.fallback());
    json.put("template", step.template() == null ? null : template(step.template()));
    json.put("regex", step.regex());
    json.put("cache", step.cache() == null ? null : cache(step.cache()));
    json.put("checks", step.checks());
    json.put("onFailure", step.onFailure());
    json.put("attempts", step.attempts());
    json.put("timeout", step.timeout());
    if (step.tools() != null) {
      json.put("tools", tools(step.tools()));
    }
    json.put("mostModelCalls", step.mostModelCalls());
    return json;
  }

  private static Map<String, @Nullable Object> template(TemplateDescriptor template) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", template.path());
    json.put("chosenBy", template.chosenBy());
    json.put("files", DescriptorWriter.each(template.files(), StepWriter::file));
    return json;
  }

  private static Map<String, @Nullable Object> file(FileDescriptor file) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", file.path());
    json.put("openSlots", file.openSlots());
    return json;
  }

  private static Map<String, @Nullable Object> cache(CacheDescriptor cache) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("similarity", cache.similarity());
    json.put("on", cache.on());
    json.put("exact", cache.exact());
    json.put("ttl", cache.ttl());
    json.put("guards", cache.guards());
    if (cache.whenNotJudged() != null) {
      json.put("whenNotJudged", cache.whenNotJudged());
    }
    json.put("fingerprint", cache.fingerprint());
    return json;
  }

  private static Map<String, @Nullable Object> tools(ToolUseDescriptor tools) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("turns", tools.turns());
    json.put("tokens", orNull(tools.tokens()));
    json.put("offered", DescriptorWriter.each(tools.offered(), StepWriter::offered));
    return json;
  }

  private static Map<String, @Nullable Object> offered(ToolUseDescriptor.Offered offered) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("tool", offered.tool());
    json.put("bound", offered.bound());
    return json;
  }

  static Map<String, @Nullable Object> tool(ToolDescriptor tool) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", tool.name());
    json.put("listed", tool.listed());
    json.put("method", tool.method());
    json.put("parameters", tool.parameters());
    json.put("declaredBy", tool.declaredBy());
    json.put("kind", tool.kind().name().toLowerCase(Locale.ROOT));
    json.put("server", tool.server());
    json.put("description", tool.description());
    json.put("schema", tool.schema() == null ? null : PlainJson.parse(tool.schema()));
    json.put("readOnly", tool.readOnly());
    json.put("sideEffect", tool.sideEffect());
    json.put("approval", tool.approval());
    json.put("calls", orNull(tool.calls()));
    json.put("failing", tool.failing());
    json.put("asked", tool.asked() == null ? null : step(tool.asked()));
    return json;
  }

  /** Returns a limit, or null if there is none. */
  private static @Nullable Integer orNull(int limit) {
    return limit == 0 ? null : limit;
  }
}
