package io.stepwright.processor.mcp;

import static io.stepwright.processor.diagnostics.DiagnosticId.MCP_TOOL;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.FacadeModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeAccess;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.validation.Rules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the methods of an interface with the tools in the lock file of their server. */
final class ToolCheck {

  private final String server;
  private final Lock lock;
  private final Types types;
  private final Diagnostics diagnostics;

  ToolCheck(String server, Lock lock, Types types, Diagnostics diagnostics) {
    this.server = server;
    this.lock = lock;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /** Reports that two methods call one tool. */
  void reportTwice(ToolModel tool, ToolModel other) {
    diagnostics.report(
        MCP_TOOL,
        tool.namePlace(),
        "%s calls the tool %s, and so does %s."
            .formatted(tool.method().display(), Shown.text(tool.name()), other.method().display()),
        "Models know a tool by its name.",
        "Remove one of them; a default method can call the other in several ways.");
  }

  /** Finds the tool of a method; empty if there is none, or if it was reported. */
  Optional<FacadeModel.Tool> resolve(ToolModel tool) {
    Optional<Lock.Tool> found = lock.tool(tool.name());
    if (found.isEmpty()) {
      reportUnknown(tool);
      return Optional.empty();
    }
    String forModels = ServerNames.forModels(server, tool.name());
    if (forModels.length() > ServerNames.LONGEST_TOOL) {
      diagnostics.report(
          MCP_TOOL,
          tool.namePlace(),
          String.format(
              Locale.ROOT,
              "Models would call the tool %s of the server '%s' by a name of %d characters.",
              Shown.text(tool.name()),
              server,
              forModels.length()),
          "They take names of at most 64 characters.",
          "Give the server a shorter name.");
      return Optional.empty();
    }
    MethodModel method = tool.method();
    Optional<String> hidden = hidden(method);
    if (hidden.isPresent()) {
      FacadeMethods.reportInaccessible(method, hidden.get(), diagnostics);
      return Optional.empty();
    }
    boolean none = method.returnType().isVoid();
    Shape result = none ? null : types.shape(method.returnType());
    if (result != null && !isReadable(tool, result)) {
      return Optional.empty();
    }
    List<FacadeModel.Argument> arguments =
        new ParameterCheck(lock, found.get(), tool, types, diagnostics).resolve();
    return Optional.of(
        new FacadeModel.Tool(
            method,
            tool.name(),
            found.get().sha256(),
            arguments,
            result,
            tool.description().isEmpty() ? found.get().description() : tool.description()));
  }

  private Optional<String> hidden(MethodModel method) {
    return Stream.of(
            Stream.of(method.returnType()),
            method.parameters().stream().map(ParameterModel::type),
            method.thrown().stream())
        .flatMap(each -> each)
        .filter(type -> !types.accessible(type))
        .map(TypeRef::display)
        .findFirst();
  }

  private boolean isReadable(ToolModel tool, Shape result) {
    MethodModel method = tool.method();
    List<String> problems = Rules.unreadable(result);
    if (!problems.isEmpty()) {
      diagnostics.report(
          MCP_TOOL,
          method.place(),
          "%s returns what cannot be read from the answer of a server: %s."
              .formatted(method.display(), String.join("; ", problems)),
          "Answers are read as String, primitives and their boxes, enums, BigDecimal, types of"
              + " java.time, UUID, URI, Currency, Locale, records, sealed interfaces of records,"
              + " and List, Set, Optional and arrays of those.",
          "Return one of these, or String for the text as it is.");
      return false;
    }
    Optional<String> notMade = ShapeAccess.toMake(result, result.type().display(), types);
    notMade.ifPresent(type -> FacadeMethods.reportInaccessible(method, type, diagnostics));
    return notMade.isEmpty();
  }

  private void reportUnknown(ToolModel tool) {
    List<String> names = lock.tools().stream().map(Lock.Tool::name).toList();
    String near =
        Nearest.to(tool.name(), names)
            .map(name -> "Did you mean " + Shown.text(name) + "?")
            .orElse("");
    diagnostics.report(
        MCP_TOOL,
        tool.namePlace(),
        "The server '%s' has no tool %s.".formatted(server, Shown.text(tool.name())),
        "%s lists %s.".formatted(lock.path(), names.isEmpty() ? "no tools" : Shown.texts(names)),
        near,
        "Correct the name, in @Tool(\"…\") if it is no name of a method; if the server has the tool"
            + " by now, ask it anew: mvn stepwright:mcp.");
  }
}
