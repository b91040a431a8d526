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
import java.util.Set;
import java.util.function.Predicate;

/** Binds the parameters of one tool to those of one step that lists it. */
final class ToolArguments {

  private final ToolModel tool;
  private final Place listed;
  private final StepModel step;
  private final List<StepModel> offering;
  private final Set<Named> faults;
  private final boolean isOwn;
  private final Types types;
  private final Diagnostics diagnostics;

  /**
   * Creates a resolver.
   *
   * @param offering all steps that list the tool
   * @param faults the {@code @From} that no step suits and that are reported; this class adds to
   *     them
   */
  ToolArguments(
      AgentModel agent,
      ToolLookup.Listed listed,
      StepModel step,
      List<StepModel> offering,
      Set<Named> faults,
      Types types,
      Diagnostics diagnostics) {
    this.tool = listed.tool();
    this.listed = listed.place();
    this.step = step;
    this.offering = offering;
    this.faults = faults;
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

  private Optional<Bound> bound(ParameterModel parameter, Named from) {
    PathResolver.Outcome outcome = paths(step).resolve(from.text());
    if (outcome instanceof PathResolver.Unresolved unresolved) {
      place(from, other -> slot(other, from).isPresent())
          .ifPresent(place -> unbound(parameter, from, unresolved, place));
      return Optional.empty();
    }
    Slot slot = ((PathResolver.Resolved) outcome).slot();
    ParameterModel root = root(slot);
    if (step.tool() && root.from() == null) {
      chosenByModel(parameter, from, root);
      return Optional.empty();
    }
    if (!types.assignable(slot.shape().type(), parameter.type())) {
      place(from, other -> slot(other, from).filter(each -> fits(each, parameter)).isPresent())
          .ifPresent(place -> mismatch(parameter, from, slot, place));
      return Optional.empty();
    }
    Optional<String> unwritten = unwritten(slot, step);
    if (unwritten.isPresent()) {
      place(from, other -> slot(other, from).filter(each -> isWritten(each, other)).isPresent())
          .ifPresent(place -> unwritten(parameter, unwritten.get(), place));
      return Optional.empty();
    }
    return Optional.of(new Bound(parameter, slot));
  }

  private PathResolver paths(StepModel of) {
    return new PathResolver(of.method(), types);
  }

  private Optional<Slot> slot(StepModel other, Named from) {
    return paths(other).resolve(from.text()) instanceof PathResolver.Resolved resolved
        ? Optional.of(resolved.slot())
        : Optional.empty();
  }

  private boolean fits(Slot slot, ParameterModel parameter) {
    return types.assignable(slot.shape().type(), parameter.type());
  }

  private Optional<String> unwritten(Slot slot, StepModel of) {
    return UnwrittenPart.of(slot.shape(), slot.path(), of.cache() != null, types);
  }

  private boolean isWritten(Slot slot, StepModel of) {
    return unwritten(slot, of).isEmpty();
  }

  /**
   * Returns the position of a problem. If the tool is the agent's own and no step has a value that
   * suits it, the mistake is in {@code @From}: it is reported there, and only for the first step
   * that has it. Otherwise it is in the list of the step.
   */
  private Optional<Place> place(Named from, Predicate<StepModel> suits) {
    if (!isOwn || offering.stream().anyMatch(suits)) {
      return Optional.of(listed);
    }
    return faults.add(from) ? Optional.of(from.place()) : Optional.empty();
  }

  private ParameterModel root(Slot slot) {
    return step.method().parameters().stream()
        .filter(parameter -> parameter.name().equals(slot.parameter()))
        .findFirst()
        .orElseThrow();
  }

  private void unbound(
      ParameterModel parameter, Named from, PathResolver.Unresolved problem, Place place) {
    String first = from.text().split("\\.", -1)[0];
    List<String> names = step.method().parameters().stream().map(ParameterModel::name).toList();
    boolean hasRoot = names.contains(first);
    diagnostics.report(
        UNBOUND_TOOL,
        place,
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
        hasRoot ? problem.hint() : Nearest.hint(first, names).strip(),
        hasRoot
            ? ""
            : "Add such a parameter%s, or take the tool off the list."
                .formatted(step.tool() ? ", with @From" : ""));
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

  private void mismatch(ParameterModel parameter, Named from, Slot slot, Place place) {
    TypeRef given = slot.shape().type();
    boolean mayBeAbsent = given.isClass("java.util.Optional");
    diagnostics.report(
        TYPE_MISMATCH,
        place,
        "Parameter '%s' of %s is of type %s, but '%s' of %s is of type %s."
            .formatted(
                parameter.name(),
                tool.display(),
                parameter.type().display(),
                from.text(),
                step.display(),
                given.display()),
        mayBeAbsent ? "The value may be absent." : "",
        mayBeAbsent
            ? "Make the parameter of the tool %s, or that of the step %s."
                .formatted(given.display(), parameter.type().display())
            : "Change one of the types, or bind the parameter to another value.");
  }

  /**
   * Reports a bound value without a form as JSON, in which it is shown to the person who approves a
   * call and compared with that of other calls.
   */
  private void unwritten(ParameterModel parameter, String problem, Place place) {
    diagnostics.report(
        TOOL_PARAMETER,
        place,
        "Parameter '%s' of %s is bound to a value of %s that cannot be written as JSON: %s."
            .formatted(parameter.name(), tool.display(), step.display(), problem),
        "All arguments of a call are shown to the person who approves it, and tell it from"
            + " others.",
        "Bind it to a part that has such a form, or keep the value in a field of the agent.");
  }
}
