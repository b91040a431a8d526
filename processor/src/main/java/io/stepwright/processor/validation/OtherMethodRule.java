package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.ABSTRACT_METHOD;
import static io.stepwright.processor.diagnostics.DiagnosticId.LOST_CHECK;
import static io.stepwright.processor.diagnostics.DiagnosticId.LOST_STEP;
import static io.stepwright.processor.diagnostics.DiagnosticId.LOST_TOOL;
import static io.stepwright.processor.diagnostics.DiagnosticId.STRAY_ANNOTATION;
import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_METHOD;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.OtherMethod;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Modifier;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.Optional;
import java.util.Set;

/** Rejects methods that are neither steps nor entry points but look as if they were meant to be. */
final class OtherMethodRule implements AgentRule {

  private static final Set<String> ANSWERS = Set.of("@Model", "@Prompt", "@Template", "@Regex");

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (OtherMethod other : agent.others()) {
      MethodModel method = other.method();
      Optional<ToolModel> tool =
          agent.ownTools().stream().filter(each -> each.method().equals(method)).findFirst();
      for (Named stray : other.strays()) {
        if (tool.isPresent() && !isRole(stray)) {
          onTool(tool.get(), stray, diagnostics);
        } else {
          stray(method, stray, diagnostics);
        }
      }
      if (!other.strays().isEmpty()) {
        continue;
      }
      if (!other.overridden().isEmpty()) {
        diagnostics.report(
            LOST_STEP,
            method.place(),
            "%s overrides the step %s but is not annotated with @AgentStep."
                .formatted(method.display(), other.overridden()),
            "An override must say what it is.",
            "Repeat @AgentStep on it, with whatever else the step needs.");
      } else if (!other.overriddenCheck().isEmpty()) {
        diagnostics.report(
            LOST_CHECK,
            method.place(),
            "%s overrides the check %s but is not annotated with @Check."
                .formatted(method.display(), other.overriddenCheck()),
            "The results of the step would not be judged any more.",
            "Repeat @Check on it.");
      } else if (!other.overriddenTool().isEmpty()) {
        diagnostics.report(
            LOST_TOOL,
            method.place(),
            "%s overrides the tool %s but is not annotated with @Tool."
                .formatted(method.display(), other.overriddenTool()),
            "No model could call it any more.",
            "Repeat @Tool on it, with whatever else the tool needs.");
      } else if (method.is(Modifier.ABSTRACT)) {
        diagnostics.report(
            ABSTRACT_METHOD,
            method.place(),
            "%s is abstract, but neither a step nor an entry point.".formatted(method.display()),
            "The generated class of agent %s would have to implement it."
                .formatted(agent.type().qualifiedName()),
            "Annotate it with @AgentStep or @EntryPoint, or "
                + (method.ownerIsInterface() ? "make it a default method." : "give it a body."));
      }
    }
  }

  private static void stray(MethodModel method, Named stray, Diagnostics diagnostics) {
    boolean ofTool = stray.text().equals("@Approve");
    boolean ofBoth = stray.text().equals("@SideEffect");
    diagnostics.report(
        STRAY_ANNOTATION,
        stray.place(),
        "%s on %s has no meaning.".formatted(stray.text(), method.display()),
        isRole(stray)
            ? "A method is a step, an entry point, a check or a tool, not two of them."
            : ofTool
                ? "It belongs to a tool."
                : ofBoth ? "It belongs to a step or to a tool." : "It belongs to a step.",
        isRole(stray)
            ? "Take one of the annotations away."
            : ofTool
                ? "Add @Tool and @SideEffect, or take it away."
                : ofBoth
                    ? "Add @AgentStep or @Tool, or take it away."
                    : "Add @AgentStep, or take it away.");
  }

  private static void onTool(ToolModel tool, Named stray, Diagnostics diagnostics) {
    if (ANSWERS.contains(stray.text())) {
      boolean hasBody = !tool.method().is(Modifier.ABSTRACT);
      diagnostics.report(
          TOOL_METHOD,
          stray.place(),
          "%s %s %s.".formatted(tool.title(), hasBody ? "has a body and" : "has", stray.text()),
          "A tool is run by its body, or answered by a model with @Model and @Prompt.",
          hasBody ? "Take the annotation away, or the body." : "Take the annotation away.");
      return;
    }
    diagnostics.report(
        STRAY_ANNOTATION,
        stray.place(),
        "%s on %s has no meaning.".formatted(stray.text(), tool.method().display()),
        stray.text().equals("@When")
            ? "A model decides when to call a tool."
            : "It belongs to a step, or to a tool that a model answers.",
        "Take it away.");
  }

  private static boolean isRole(Named annotation) {
    return Set.of("@EntryPoint", "@Check", "@Tool").contains(annotation.text());
  }
}
