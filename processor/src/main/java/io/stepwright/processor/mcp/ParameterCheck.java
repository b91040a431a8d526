package io.stepwright.processor.mcp;

import static io.stepwright.processor.diagnostics.DiagnosticId.MCP_PARAMETER;

import io.stepwright.config.Nearest;
import io.stepwright.descriptor.json.JsonNode;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.FacadeModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeAccess;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the parameters of a method with the arguments that a tool takes. */
final class ParameterCheck {

  private final Lock lock;
  private final Lock.Tool locked;
  private final ToolModel tool;
  private final Types types;
  private final Diagnostics diagnostics;

  ParameterCheck(
      Lock lock, Lock.Tool locked, ToolModel tool, Types types, Diagnostics diagnostics) {
    this.lock = lock;
    this.locked = locked;
    this.tool = tool;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Returns the arguments that fit; reports the others, and those that are missing. */
  List<FacadeModel.Argument> resolve() {
    List<FacadeModel.Argument> arguments = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (ParameterModel parameter : tool.method().parameters()) {
      Optional<String> property = Arguments.property(locked, parameter.name());
      if (!parameter.nameKnown()) {
        report(
            parameter.place(),
            "The parameters of %s have lost their names in its class file."
                .formatted(tool.method().display()),
            locked.place(),
            "Compile that class with -parameters.");
        return arguments;
      }
      if (property.isEmpty()) {
        reportUnknown(parameter);
      } else if (fits(parameter, property.get())) {
        arguments.add(argument(parameter, property.get()));
      }
      property.ifPresent(given::add);
    }
    for (String name : locked.required()) {
      if (!given.contains(name)) {
        reportMissing(name);
      }
    }
    return arguments;
  }

  private FacadeModel.Argument argument(ParameterModel parameter, String property) {
    String described = tool.parameterDescriptions().getOrDefault(parameter.name(), "");
    return new FacadeModel.Argument(
        parameter,
        property,
        types.shape(parameter.valueType()),
        described.isEmpty() ? Arguments.text(locked, property) : described);
  }

  private boolean fits(ParameterModel parameter, String property) {
    JsonNode schema = Arguments.schema(locked, property);
    Shape shape = types.shape(parameter.valueType());
    String unwritten = unwritten(shape);
    if (!unwritten.isEmpty()) {
      report(
          parameter.place(),
          "%s cannot be sent to a server: %s.".formatted(subject(parameter), unwritten),
          schema == null ? locked.place() : schema,
          "Use a record, an enum, a text, a number, or a list of these.");
      return false;
    }
    if (parameter.optional() && locked.required().contains(property)) {
      report(
          parameter.place(),
          "%s is Optional, but the server requires it.".formatted(subject(parameter)),
          schema == null ? locked.place() : schema,
          "Take %s.".formatted(parameter.valueType().display()));
      return false;
    }
    SchemaFit.Misfit misfit =
        schema == null ? null : new SchemaFit(locked.schema()).of(shape, schema);
    if (misfit != null) {
      reportMisfit(parameter, misfit);
    }
    return misfit == null;
  }

  /** Returns the reason why a value cannot be written as JSON; empty if it can. */
  private String unwritten(Shape shape) {
    for (ShapeWalk.Visit visit : ShapeWalk.of(shape, shape.type().display())) {
      Shape each = visit.shape();
      if (each instanceof Shape.Opaque opaque) {
        return "'%s' has no JSON form (%s)".formatted(visit.path(), opaque.display());
      }
      if (each.isOpaque() || each instanceof Shape.Large) {
        return "'%s' has no JSON form".formatted(visit.path());
      }
      if (each instanceof Shape.Recursive) {
        return "'%s' contains itself".formatted(visit.path());
      }
    }
    return ShapeAccess.toWrite(shape, shape.type().display(), false, types).orElse("");
  }

  private void reportUnknown(ParameterModel parameter) {
    Set<String> names = locked.properties().keySet();
    report(
        parameter.place(),
        "%s is no argument of the tool %s%s."
            .formatted(
                subject(parameter),
                Shown.text(locked.name()),
                names.isEmpty() ? ", which takes none" : ", which takes " + Shown.texts(names)),
        locked.place(),
        Nearest.to(parameter.name(), names)
            .map(name -> "Did you mean " + Shown.text(name) + "?")
            .orElse("Remove it, or ask the server anew: mvn stepwright:mcp."));
  }

  private void reportMisfit(ParameterModel parameter, SchemaFit.Misfit misfit) {
    String part =
        misfit.path().isEmpty()
            ? subject(parameter)
            : "'%s%s' of %s".formatted(parameter.name(), misfit.path(), tool.method().display());
    report(
        parameter.place(),
        "%s %s, but the tool %s takes %s."
            .formatted(part, misfit.problem(), Shown.text(locked.name()), misfit.takes()),
        misfit.place(),
        "Change the type.");
  }

  private void reportMissing(String name) {
    JsonNode schema = locked.properties().get(name);
    report(
        tool.method().place(),
        "%s has no parameter %s, which the tool %s requires: %s."
            .formatted(
                tool.method().display(),
                Shown.text(Arguments.identifier(name)),
                Shown.text(locked.name()),
                schema == null ? "anything" : SchemaText.of(schema, locked.schema())),
        schema == null ? locked.place() : schema,
        "Add it.");
  }

  private String subject(ParameterModel parameter) {
    return "Parameter '%s' of %s".formatted(parameter.name(), tool.method().display());
  }

  private void report(Place place, String problem, @Nullable JsonNode where, String fix) {
    diagnostics.report(
        MCP_PARAMETER,
        place,
        problem,
        "See %s.".formatted(lock.place(where == null ? locked.place() : where)),
        fix);
  }
}
