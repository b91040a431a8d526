package io.stepwright.processor.descriptor;

import io.stepwright.descriptor.ToolDescriptor;
import io.stepwright.descriptor.ToolDescriptor.Kind;
import io.stepwright.descriptor.ToolUseDescriptor;
import io.stepwright.descriptor.ToolUseDescriptor.Offered;
import io.stepwright.processor.model.ModelCallCount;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.ResolvedTool.Argument;
import io.stepwright.processor.model.ResolvedTool.Bound;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.schema.JsonSchemaText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes tools, and the use that steps make of them. */
final class ToolDescription {

  private ToolDescription() {}

  static ToolDescriptor of(ToolModel tool, WiredAgent wired, ModelCallCount count) {
    StepModel asked = tool.asked();
    return new ToolDescriptor(
        tool.name(),
        tool.listed(),
        tool.method().name(),
        StepDescription.parameters(tool.method()),
        StepDescription.binaryName(tool.method().owner()),
        tool.facade() != null ? Kind.MCP : asked != null ? Kind.MODEL : Kind.CODE,
        tool.facade() == null ? null : tool.facade().server(),
        tool.description(),
        schema(tool, wired),
        tool.readOnly(),
        tool.sideEffect(),
        tool.approve() == null ? null : tool.approve().text(),
        tool.calls(),
        tool.failing(),
        asked == null ? null : StepDescription.of(asked, wired, count));
  }

  /**
   * Returns the schema of the arguments that models choose, which is that of all steps; null if no
   * step offers the tool.
   */
  private static @Nullable String schema(ToolModel tool, WiredAgent wired) {
    return wired.tools().values().stream()
        .flatMap(List::stream)
        .filter(offered -> offered.tool().equals(tool))
        .findFirst()
        .map(offered -> JsonSchemaText.ofObject(offered.chosen()))
        .orElse(null);
  }

  /** Returns the tools that a step offers, or null. */
  static @Nullable ToolUseDescriptor use(StepModel step, WiredAgent wired) {
    return step.tools() == null
        ? null
        : new ToolUseDescriptor(
            step.tools().turns(),
            step.tools().tokens(),
            wired.tools(step).stream().map(ToolDescription::offered).toList());
  }

  private static Offered offered(ResolvedTool offered) {
    Map<String, String> bound = new LinkedHashMap<>();
    for (Argument argument : offered.arguments()) {
      if (argument instanceof Bound code) {
        bound.put(code.parameter().name(), code.slot().path());
      }
    }
    return new Offered(offered.tool().name(), bound);
  }
}
