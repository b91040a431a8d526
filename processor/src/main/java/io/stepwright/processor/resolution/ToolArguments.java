package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.TOOL_PARAMETER;
import static io.stepwright.processor.diagnostics.DiagnosticId.TYPE_MISMATCH;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNBOUND_TOOL;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.ResolvedTool;
import io.stepwright.processor.model.ResolvedTool.Argument;
import io.stepwright.processor.model.ResolvedTool.Bound;
import io.stepwright.processor.model.ResolvedTool.Chosen;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds the parameters of one tool to those of one step that lists it. */
final class ToolArguments {

  private final ToolModel tool;
  private final Place listed;
  private final StepModel step;
  private final List<StepModel> offering;
  private final boolean isOwn;
  private final Types types;
  private final Diagnostics diagnostics;

  /**
   * Creates a resolver.
   *
   * @param offering all steps that list the tool
   */
  ToolArguments(
      AgentModel agent,
      ToolLookup.Listed listed,
      StepModel step,
      List<StepModel> offering,
      Types types,
      Diagnostics diagnostics) {
    this.tool = listed.tool();
    this.listed = listed.place();
    this.step = step;
    this.offering = offering;
    this.isOwn = tool.method().owner().equals(agent.type());
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Returns the arguments in the order of the parameters; those with a problem are left out. */
  List<Argument> resolve() {
    List<Argument> arguments = new ArrayList<>();
    for (ParameterModel parameter : tool.method().parameters()) {
      if (parameter.from() == null) {
        arguments.add(
            new Chosen(
                parameter,
                types.shape(parameter.type()),
                tool.parameterDescriptions().getOrDefault(parameter.name(), "")));
      } else {
        bound(parameter, parameter.from()).ifPresent(arguments::add);
      }
    }
    return arguments;
  }

  private Optional<ResolvedTool.Bound> bound(ParameterModel parameter, Named from) {
    PathResolver.Outcome outcome = new PathResolver(step.method(), types).resolve(from.text());
    if (outcome instanceof PathResolver.Unresolved unresolved) {
      unbound(parameter, from, unresolved);
      return Optional.empty();
    }
    Slot slot = ((PathResolver.Resolved) outcome).slot();
    ParameterModel root = root(slot);
    if (step.tool() && root.from() == null) {
      chosenByModel(parameter, from, root);
      return Optional.empty();
    }
    return fits(parameter, from, slot) && canBeWritten(parameter, from, slot)
        ? Optional.of(new Bound(parameter, slot))
        : Optional.empty();
  }

  private ParameterModel root(Slot slot) {
    return step.method().parameters().stream()
        .filter(parameter -> parameter.name().equals(slot.parameter()))
        .findFirst()
        .orElseThrow();
  }

  private void unbound(ParameterModel parameter, Named from, PathResolver.Unresolved problem) {
    String first = from.text().split("\\.", -1)[0];
    List<String> names = step.method().parameters().stream().map(ParameterModel::name).toList();
    boolean hasRoot = names.contains(first);
    diagnostics.report(
        UNBOUND_TOOL,
        place(from),
        "%s lists the tool '%s', whose parameter '%s' is bound to '%s', %s"
            .formatted(
                step.title(),
                tool.listed(),
                parameter.name(),
                from.text(),
                hasRoot
                    ? "which leads nowhere: " + problem.problem()
                    : "but has no parameter '%s'.".formatted(first)),
        hasRoot
            ? problem.known()
            : names.isEmpty() ? "It has none." : "It has: %s.".formatted(String.join(", ", names)),
        hasRoot
            ? problem.hint()
            : Nearest.hint(first, names).strip()
                + (step.tool()
                    ? " Add @From(\"%s\") with a parameter of that name, or take the tool off the list."
                        .formatted(first)
                    : " Add the parameter to the step, or take the tool off its list."));
  }

  private void chosenByModel(ParameterModel parameter, Named from, ParameterModel root) {
    diagnostics.report(
        UNBOUND_TOOL,
        root.place(),
        "%s lists the tool '%s', whose parameter '%s' is bound to '%s', but a model chooses '%s'."
            .formatted(step.title(), tool.listed(), parameter.name(), from.text(), root.name()),
        "A bound value comes from code, through every model between.",
        "Bind '%s' of %s by @From too, or take the tool off its list."
            .formatted(root.name(), step.display()));
  }

  private boolean fits(ParameterModel parameter, Named from, Slot slot) {
    TypeRef given = slot.shape().type();
    if (types.assignable(given, parameter.type())) {
      return true;
    }
    diagnostics.report(
        TYPE_MISMATCH,
        place(from),
        "Parameter '%s' of %s is of type %s, but '%s' of %s is of type %s."
            .formatted(
                parameter.name(),
                tool.display(),
                parameter.type().display(),
                from.text(),
                step.display(),
                given.display()),
        given.isClass("java.util.Optional") ? "The value may be absent." : "",
        given.isClass("java.util.Optional")
            ? "Make the parameter of the tool %s, or that of the step %s."
                .formatted(given.display(), parameter.type().display())
            : "Change one of the types, or bind the parameter to another value.");
    return false;
  }

  /**
   * Returns whether a bound value has a form as JSON, in which it is shown to the person who
   * approves a call and compared with that of other calls.
   */
  private boolean canBeWritten(ParameterModel parameter, Named from, Slot slot) {
    Optional<String> problem =
        UnwrittenPart.of(slot.shape(), slot.path(), step.cache() != null, types);
    problem.ifPresent(
        what ->
            diagnostics.report(
                TOOL_PARAMETER,
                place(from),
                "Parameter '%s' of %s is bound to a value of %s that cannot be written as JSON: %s."
                    .formatted(parameter.name(), tool.display(), step.display(), what),
                "All arguments of a call are shown to the person who approves it, and tell it from"
                    + " others.",
                "Bind it to a part that has such a form, or keep the value in a field of the"
                    + " agent."));
    return problem.isEmpty();
  }

  /**
   * Returns the position of {@code @From} if the tool is the agent's own and no step could bind the
   * parameter, and otherwise the position of the tool's name in the list of the step.
   */
  private Place place(Named from) {
    return isOwn && offering.stream().noneMatch(other -> binds(other, from))
        ? from.place()
        : listed;
  }

  private boolean binds(StepModel other, Named from) {
    return new PathResolver(other.method(), types).resolve(from.text())
            instanceof PathResolver.Resolved resolved
        && tool.method().parameters().stream()
            .filter(parameter -> from.equals(parameter.from()))
            .anyMatch(
                parameter ->
                    types.assignable(resolved.slot().shape().type(), parameter.type())
                        && UnwrittenPart.of(
                                resolved.slot().shape(), resolved.slot().path(), false, types)
                            .isEmpty());
  }
}
