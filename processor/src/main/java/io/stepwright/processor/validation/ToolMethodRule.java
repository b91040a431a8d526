package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.APPROVE_WITHOUT_EFFECT;
import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_METHOD;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.MethodModel.Modifier;
import io.stepwright.processor.model.ToolLists;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Requires a tool to be a method that the generated class can call, and its properties to agree.
 */
final class ToolMethodRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (ToolModel tool : agent.ownTools()) {
      method(tool, agent)
          .ifPresent(
              problem ->
                  diagnostics.report(
                      TOOL_METHOD,
                      tool.method().place(),
                      "%s (%s) %s."
                          .formatted(tool.title(), tool.method().display(), problem.what()),
                      "The generated class calls it for a model.",
                      problem.fix()));
      effects(tool, agent, diagnostics);
    }
  }

  /**
   * A problem of a method.
   *
   * @param what the rest of a sentence that begins with the tool
   * @param fix the way out, a sentence
   */
  private record Problem(String what, String fix) {}

  private static Optional<Problem> method(ToolModel tool, AgentModel agent) {
    MethodModel method = tool.method();
    String instance =
        method.ownerIsInterface() ? "Make it a default method." : "Make it an instance method.";
    if (method.access() == Access.PRIVATE) {
      return Optional.of(
          new Problem(
              "is private",
              method.ownerIsInterface() ? "Make it a default method." : "Make it protected."));
    }
    if (method.is(Modifier.STATIC)) {
      return Optional.of(new Problem("is static", instance));
    }
    if (method.is(Modifier.GENERIC)) {
      return Optional.of(
          new Problem(
              "has type parameters of its own",
              "Use concrete types, or type parameters of a base class."));
    }
    if (method.access() == Access.OTHER_PACKAGE) {
      return Optional.of(
          new Problem("is package-private in another package", "Make it protected."));
    }
    boolean unanswered = method.is(Modifier.ABSTRACT) && tool.asked() == null;
    return unanswered && !hasStrays(method, agent)
        ? Optional.of(
            new Problem(
                "is abstract, and no model answers it",
                "Add @Model(\"…\") and @Prompt(\"…\"), or "
                    + (method.ownerIsInterface()
                        ? "make it a default method."
                        : "give it a body.")))
        : Optional.empty();
  }

  /** Returns whether annotations without a meaning on the method are reported. */
  private static boolean hasStrays(MethodModel method, AgentModel agent) {
    return agent.others().stream()
        .anyMatch(other -> other.method().equals(method) && !other.strays().isEmpty());
  }

  private static void effects(ToolModel tool, AgentModel agent, Diagnostics diagnostics) {
    if (tool.readOnly() && tool.sideEffect()) {
      diagnostics.report(
          TOOL_METHOD,
          tool.place(),
          "%s is readOnly and has @SideEffect.".formatted(tool.title()),
          "The answer of a readOnly tool is used again, without another call.",
          "Take one of the two away.");
    } else if (tool.readOnly()) {
      readOnly(tool, agent, diagnostics);
    }
    if (tool.approve() != null && !ToolLists.hasEffect(tool, agent)) {
      diagnostics.report(
          APPROVE_WITHOUT_EFFECT,
          tool.approve().place(),
          "%s has @Approve but no @SideEffect.".formatted(tool.title()),
          "Calls without an effect may run several at once and again, which nobody can approve.",
          "Add @SideEffect if it changes something, or take @Approve away.");
    }
  }

  private static void readOnly(ToolModel tool, AgentModel agent, Diagnostics diagnostics) {
    List<ToolModel> others =
        ToolLists.reached(tool, agent).stream().filter(inner -> !inner.readOnly()).toList();
    if (!others.isEmpty()) {
      diagnostics.report(
          TOOL_METHOD,
          tool.place(),
          "%s is readOnly, but its model may call what is not: %s."
              .formatted(
                  tool.title(),
                  others.stream().map(ToolModel::name).collect(Collectors.joining(", "))),
          "The answer of a readOnly tool is used again, without another call.",
          "Take readOnly away, or list only tools that are readOnly.");
    }
  }
}
