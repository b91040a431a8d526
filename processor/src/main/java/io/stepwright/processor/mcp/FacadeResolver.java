package io.stepwright.processor.mcp;

import static io.stepwright.processor.diagnostics.DiagnosticId.MCP_SERVER;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.AgentModel.Kind;
import io.stepwright.processor.model.AgentModel.Trait;
import io.stepwright.processor.model.FacadeModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks an interface of an MCP server, and finds its tools in the server's lock file. */
public final class FacadeResolver {

  private final AgentModel facade;
  private final Named server;
  private final Locks locks;
  private final Types types;
  private final Diagnostics diagnostics;

  private FacadeResolver(
      AgentModel facade, Named server, Locks locks, Types types, Diagnostics diagnostics) {
    this.facade = facade;
    this.server = server;
    this.locks = locks;
    this.types = types;
    this.diagnostics = diagnostics;
  }

  /**
   * Resolves an interface.
   *
   * @param facade its declaration
   * @param server the name of the server
   */
  public static FacadeModel resolve(
      AgentModel facade, Named server, Locks locks, Types types, Diagnostics diagnostics) {
    return new FacadeResolver(facade, server, locks, types, diagnostics).resolve();
  }

  private FacadeModel resolve() {
    List<FacadeModel.Tool> tools = new ArrayList<>();
    if (checkType() & checkName()) {
      FacadeMethods.check(facade, diagnostics);
      Locks.Result found = locks.of(server.text());
      if (found.lock().isEmpty()) {
        diagnostics.report(
            MCP_SERVER, server.place(), name() + " cannot be checked. " + found.problem());
      } else {
        tools.addAll(tools(found.lock().get()));
      }
    }
    return new FacadeModel(facade, server.text(), tools);
  }

  private List<FacadeModel.Tool> tools(Lock lock) {
    List<FacadeModel.Tool> tools = new ArrayList<>();
    Map<String, ToolModel> known = new HashMap<>();
    ToolCheck check = new ToolCheck(server.text(), lock, types, diagnostics);
    for (ToolModel tool : facade.tools()) {
      ToolModel other = known.putIfAbsent(tool.name(), tool);
      if (other != null) {
        check.reportTwice(tool, other);
      } else if (FacadeMethods.callsServer(tool)) {
        check.resolve(tool).ifPresent(tools::add);
      }
    }
    return tools;
  }

  private boolean checkType() {
    if (facade.kind() != Kind.INTERFACE) {
      return report("is annotated with @Mcp but is no interface.", "Declare it as an interface.");
    }
    if (facade.traits().contains(Trait.LOCAL) || facade.traits().contains(Trait.PRIVATE)) {
      return report(
          "is a local or private interface, or inside of a private type.", "Make it visible.");
    }
    if (facade.traits().contains(Trait.GENERIC)) {
      return report(
          "is generic, and its type arguments are not known.",
          "Annotate an interface that extends it and fixes them.");
    }
    if (facade.traits().contains(Trait.SEALED)) {
      return report("is sealed.", "Make it non-sealed.");
    }
    if (facade.tools().isEmpty()) {
      return report(
          "has no tools.",
          "Annotate a method with @Tool for each tool of the server that is used.");
    }
    return true;
  }

  private boolean checkName() {
    if (ServerNames.isValid(server.text())) {
      return true;
    }
    diagnostics.report(
        MCP_SERVER,
        server.place(),
        "%s names the server %s, which is no name for a server."
            .formatted(name(), Shown.text(server.text())),
        "The name is part of the names of files, settings and tools.",
        "Use 1 to 32 ASCII letters, digits, '_' and '-', as in @Mcp(\"github\").");
    return false;
  }

  private boolean report(String problem, String fix) {
    diagnostics.report(
        MCP_SERVER,
        facade.place(),
        "%s %s".formatted(name(), problem),
        "The generated class implements it and calls the server.",
        fix);
    return false;
  }

  private String name() {
    return facade.type().qualifiedName();
  }
}
