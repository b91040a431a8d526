package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolLists;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Writes the constants of the tools that steps offer to their models. */
final class ToolConstants {

  private static final int USUAL_TURNS = 8;
  private static final int WIDTH = 90;

  private final WiredAgent wired;
  private final AgentNames names;
  private final JsonClass json;

  ToolConstants(WiredAgent wired, AgentNames names, JsonClass json) {
    this.wired = wired;
    this.names = names;
    this.json = json;
  }

  /** Returns the tools that any step offers, each once. */
  static List<ResolvedTool> offered(WiredAgent wired) {
    Map<String, ResolvedTool> offered = new LinkedHashMap<>();
    for (StepModel step : wired.agent().answered()) {
      wired.tools(step).forEach(tool -> offered.putIfAbsent(tool.tool().listed(), tool));
    }
    return List.copyOf(offered.values());
  }

  /** Returns the façades of the MCP servers whose tools any step offers. */
  static List<ToolModel.Facade> facades(WiredAgent wired) {
    return offered(wired).stream()
        .map(tool -> tool.tool().facade())
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Chooses the names of all constants. */
  static void name(WiredAgent wired, AgentNames names) {
    for (ResolvedTool tool : offered(wired)) {
      names.tool(tool.tool());
      if (tool.question() != null) {
        names.question(tool.tool());
      }
    }
    wired.agent().answered().stream()
        .filter(step -> !wired.tools(step).isEmpty())
        .forEach(names::tools);
  }

  /** Returns the constants of the tools, followed by the lists that steps offer. */
  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>();
    for (ResolvedTool tool : offered(wired)) {
      constants.add(
          ConstantsWriter.constant(Wiring.TOOL_INFO, names.tool(tool.tool()), info(tool)));
      if (tool.question() != null) {
        Message question = Message.of(tool.question());
        constants.add(ConstantsWriter.prompt(names.question(tool.tool()), question));
      }
    }
    for (StepModel step : wired.agent().answered()) {
      List<ResolvedTool> tools = wired.tools(step);
      if (step.tools() != null && !tools.isEmpty()) {
        constants.add(
            ConstantsWriter.constant(
                Wiring.STEP_TOOLS, names.tools(step), list(step.tools(), tools)));
      }
    }
    return constants;
  }

  private CodeBlock info(ResolvedTool resolved) {
    ToolModel tool = resolved.tool();
    Shape.Structure arguments =
        new Shape.Structure(new TypeRef.Other(tool.name()), resolved.chosen(), "");
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($L, $L, $L, $L)",
                Wiring.TOOL_INFO,
                names.agent(),
                TextLiterals.of(tool.name()),
                TextLiterals.block(tool.description(), WIDTH),
                json.schema(names.tool(tool) + "_ARGUMENTS", arguments));
    if (tool.readOnly()) {
      code.add(".readOnly()");
    } else if (ToolLists.hasEffect(tool, wired.agent())) {
      code.add(".withSideEffect()");
    }
    if (tool.approve() != null) {
      code.add(".approved()");
    }
    if (tool.failing()) {
      code.add(".failing()");
    }
    if (tool.calls() > 0) {
      code.add(".atMost($L)", grouped(tool.calls()));
    }
    return code.build();
  }

  private CodeBlock list(StepModel.ToolsText text, List<ResolvedTool> tools) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> constants =
        tools.stream().map(tool -> CodeBlock.of("$L", names.tool(tool.tool()))).toList();
    code.add("$T.of($L)", Wiring.STEP_TOOLS, CodeBlock.join(constants, ", "));
    if (text.turns() != USUAL_TURNS) {
      code.add(".turns($L)", grouped(text.turns()));
    }
    if (text.tokens() > 0) {
      code.add(".tokens($L)", grouped(text.tokens()));
    }
    return code.build();
  }

  /** Writes a number with its digits in groups: 20_000. */
  private static String grouped(int number) {
    return number < 10_000
        ? String.valueOf(number)
        : String.format(Locale.ROOT, "%,d", number).replace(',', '_');
  }
}
