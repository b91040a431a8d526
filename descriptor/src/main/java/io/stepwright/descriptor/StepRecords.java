package io.stepwright.descriptor;

import io.stepwright.descriptor.StepDescriptor.CacheDescriptor;
import io.stepwright.descriptor.StepDescriptor.FileDescriptor;
import io.stepwright.descriptor.StepDescriptor.Kind;
import io.stepwright.descriptor.StepDescriptor.TemplateDescriptor;
import java.util.Locale;

/** Creates the records of steps and tools. Throws {@link DescriptorException}. */
final class StepRecords {

  private StepRecords() {}

  static StepDescriptor step(Fields step) {
    Fields template = step.objectOrNull("template");
    Fields cache = step.objectOrNull("cache");
    Fields tools = step.objectOrNull("tools");
    return new StepDescriptor(
        step.text("name"),
        step.text("method"),
        step.texts("parameters"),
        step.text("declaredBy"),
        kind(Kind.values(), step.text("kind"), "step"),
        step.text("type"),
        step.flag("mayBeAbsent"),
        step.flag("sideEffect"),
        step.textOrNull("model"),
        step.texts("fallback"),
        template == null ? null : template(template),
        step.textOrNull("regex"),
        cache == null ? null : cache(cache),
        step.texts("checks"),
        step.textOrNull("onFailure"),
        step.count("attempts", 1),
        step.textOrNull("timeout"),
        tools == null ? null : tools(tools),
        step.count("mostModelCalls"));
  }

  private static <K extends Enum<K>> K kind(K[] kinds, String text, String what) {
    for (K kind : kinds) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    throw new DescriptorException(
        "there is no kind of " + what + " \"" + DisplayText.brief(text) + "\"");
  }

  private static ToolUseDescriptor tools(Fields tools) {
    return new ToolUseDescriptor(
        tools.count("turns"),
        tools.count("tokens", 0),
        tools.objects(
            "offered",
            offered ->
                new ToolUseDescriptor.Offered(offered.text("tool"), offered.textsByName("bound"))));
  }

  /** Reads a tool. Descriptors of earlier versions have none. */
  static ToolDescriptor tool(Fields tool) {
    Fields asked = tool.objectOrNull("asked");
    return new ToolDescriptor(
        tool.text("name"),
        tool.text("listed"),
        tool.text("method"),
        tool.texts("parameters"),
        tool.text("declaredBy"),
        kind(ToolDescriptor.Kind.values(), tool.text("kind"), "tool"),
        tool.textOrNull("server"),
        tool.text("description"),
        tool.jsonOrNull("schema"),
        tool.flag("readOnly"),
        tool.flag("sideEffect"),
        tool.textOrNull("approval"),
        tool.count("calls", 0),
        tool.flag("failing"),
        asked == null ? null : step(asked));
  }

  private static TemplateDescriptor template(Fields template) {
    return new TemplateDescriptor(
        template.text("path"),
        template.texts("chosenBy"),
        template.objects(
            "files", file -> new FileDescriptor(file.text("path"), file.texts("openSlots"))));
  }

  private static CacheDescriptor cache(Fields cache) {
    return new CacheDescriptor(
        cache.number("similarity").doubleValue(),
        cache.textOrNull("on"),
        cache.texts("exact"),
        cache.textOrNull("ttl"),
        cache.texts("guards"),
        cache.textOrNull("whenNotJudged"),
        cache.text("fingerprint"));
  }
}
