package io.stepwright.processor.mcp;

import static io.stepwright.processor.diagnostics.DiagnosticId.INACCESSIBLE_TYPE;
import static io.stepwright.processor.diagnostics.DiagnosticId.MCP_TOOL;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.OtherMethod;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Modifier;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;

/** Requires methods that the class that is generated for an interface of a server can implement. */
final class FacadeMethods {

  private FacadeMethods() {}

  /** Returns whether a method is answered by the server, and not by code or by a model. */
  static boolean callsServer(ToolModel tool) {
    return tool.method().is(Modifier.ABSTRACT)
        && !tool.method().is(Modifier.GENERIC)
        && !isAsked(tool);
  }

  static void check(AgentModel facade, Diagnostics diagnostics) {
    for (OtherMethod other : facade.others()) {
      if (other.method().is(Modifier.ABSTRACT) && !other.method().isOfObject()) {
        report(
            other.method(),
            "has no @Tool, so nothing implements it.",
            "Annotate it with @Tool, or give it a body: default methods may call tools.",
            diagnostics);
      }
    }
    facade.entryPoints().forEach(each -> report(each.method(), diagnostics));
    facade.steps().forEach(each -> report(each.method(), diagnostics));
    facade.checks().forEach(each -> report(each.method(), diagnostics));
    for (ToolModel tool : facade.tools()) {
      if (!tool.method().is(Modifier.ABSTRACT)) {
        report(
            tool.method(),
            "has @Tool and a body, but the server answers the tools of this interface.",
            "Leave out the body, or @Tool.",
            diagnostics);
      } else if (tool.method().is(Modifier.GENERIC)) {
        report(
            tool.method(),
            "has type parameters, which no schema describes.",
            "Write the types in full.",
            diagnostics);
      } else if (isAsked(tool)) {
        report(
            tool.method(),
            "has @Model or a prompt, but the server answers the tools of this interface.",
            "Leave out all annotations but @Tool, @SideEffect, @Approve and @Describe.",
            diagnostics);
      }
    }
  }

  private static boolean isAsked(ToolModel tool) {
    StepModel asked = tool.asked();
    return asked != null
        && (asked.model() != null
            || asked.prompt() != null
            || asked.template() != null
            || asked.regex() != null
            || asked.cache() != null
            || asked.tools() != null);
  }

  private static void report(MethodModel method, Diagnostics diagnostics) {
    report(
        method,
        "is a step, a check or an entry point, which only agents have.",
        "Move it to the agent that takes this interface in its constructor.",
        diagnostics);
  }

  private static void report(
      MethodModel method, String problem, String fix, Diagnostics diagnostics) {
    diagnostics.report(
        MCP_TOOL,
        method.place(),
        "%s %s".formatted(method.display(), problem),
        "Each abstract method of an interface with @Mcp calls a tool of its server.",
        fix);
  }

  /** Reports that the generated class cannot name a type. */
  static void reportInaccessible(MethodModel method, String type, Diagnostics diagnostics) {
    diagnostics.report(
        INACCESSIBLE_TYPE,
        method.place(),
        "%s uses a type that the generated class cannot name or make: %s."
            .formatted(method.display(), type),
        "It is private, or package-private in another package.",
        "Make the type public, or at least package-private in the package of the interface.");
  }
}
