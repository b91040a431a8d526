package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.PARAMETER_NAMES;
import static io.stepwright.processor.diagnostics.DiagnosticId.TYPE_MISMATCH;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNKNOWN_INPUT;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.CheckModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.ResolvedCheck;
import io.stepwright.processor.model.ResolvedCheck.Argument;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds the parameters of a check: the result of its step first, then the step's parameters. */
final class CheckParameters {

  private final CheckModel check;
  private final StepModel step;
  private final Types types;
  private final Diagnostics diagnostics;

  CheckParameters(CheckModel check, StepModel step, Types types, Diagnostics diagnostics) {
    this.check = check;
    this.step = step;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Returns the check with its arguments; empty if there is a problem, which is then reported. */
  Optional<ResolvedCheck> resolve() {
    List<ParameterModel> parameters = check.method().parameters();
    TypeRef result = parameters.get(0).type();
    boolean whole = types.assignable(step.method().returnType(), result);
    boolean unwraps =
        !whole && step.returned().optional() && types.assignable(step.returned().type(), result);
    boolean fits = whole || unwraps;
    if (!fits) {
      mismatch(parameters.get(0), "the result of step '%s'".formatted(step.name()), returned());
    }
    List<Argument> arguments = new ArrayList<>();
    for (ParameterModel parameter : parameters.subList(1, parameters.size())) {
      Optional<TypeRef> given = given(parameter);
      given.ifPresent(
          type -> arguments.add(new Argument(parameter.name(), type, parameter.type())));
      fits &= given.isPresent();
    }
    TypeRef judged = unwraps ? step.returned().type() : step.method().returnType();
    return fits
        ? Optional.of(
            new ResolvedCheck(
                check.method().name(),
                unwraps,
                new Argument("", types.boxed(judged), result),
                arguments))
        : Optional.empty();
  }

  /**
   * Returns the type of the value that a parameter is bound to; empty if there is a problem, which
   * is then reported.
   */
  private Optional<TypeRef> given(ParameterModel parameter) {
    if (!parameter.nameKnown()) {
      diagnostics.report(
          PARAMETER_NAMES,
          check.method().place(),
          "The names of the parameters of check %s are not known."
              .formatted(check.method().display()),
          "They bind it to parameters of step '%s', and its class file has lost them."
              .formatted(step.name()),
          "Compile its class with -parameters.");
      return Optional.empty();
    }
    List<String> names = step.method().parameters().stream().map(ParameterModel::name).toList();
    int index = names.indexOf(parameter.name());
    if (index < 0) {
      diagnostics.report(
          UNKNOWN_INPUT,
          parameter.place(),
          "Parameter '%s' of check %s has no source: step '%s' has no parameter of that name."
              .formatted(parameter.name(), check.method().display(), step.name()),
          names.isEmpty()
              ? "The step has no parameters."
              : "The step has: %s.".formatted(String.join(", ", names)),
          "A check takes the result first, then parameters of the step."
              + Nearest.hint(parameter.name(), names));
      return Optional.empty();
    }
    TypeRef given = step.method().parameters().get(index).type();
    if (!types.assignable(given, parameter.type())) {
      mismatch(
          parameter, "parameter '%s' of step '%s'".formatted(parameter.name(), step.name()), given);
      return Optional.empty();
    }
    return Optional.of(given);
  }

  private TypeRef returned() {
    return step.method().returnType();
  }

  private void mismatch(ParameterModel parameter, String source, TypeRef given) {
    diagnostics.report(
        TYPE_MISMATCH,
        parameter.place(),
        "Parameter '%s' of check %s is of type %s, but %s is of type %s."
            .formatted(
                parameter.name(),
                check.method().display(),
                parameter.type().display(),
                source,
                given.display()),
        "A check takes the result of its step first, then parameters of the step by their names.",
        "Change one of the types.");
  }
}
