package io.stepwright.processor;

import static io.stepwright.processor.diagnostics.DiagnosticId.HIDDEN_TYPE;
import static io.stepwright.processor.diagnostics.DiagnosticId.MCP_SERVER;

import io.stepwright.processor.codegen.FacadeSkeletonWriter;
import io.stepwright.processor.codegen.FacadeWriter;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Severities;
import io.stepwright.processor.mcp.FacadeResolver;
import io.stepwright.processor.mcp.Locks;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.FacadeModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.Types;
import org.jspecify.annotations.Nullable;

/** Compiles one interface of an MCP server to its generated class. Uses no compiler types. */
final class FacadeCompiler {

  private final AgentModel declared;
  private final Named server;
  private final Types types;
  private final Locks locks;
  private final boolean seesRuntime;
  private final Diagnostics diagnostics;

  /**
   * Creates a compiler for one interface.
   *
   * @param seesRuntime true if code of its module can name the classes of stepwright-mcp
   */
  FacadeCompiler(
      AgentModel declared,
      Named server,
      Types types,
      Locks locks,
      boolean seesRuntime,
      Severities severities) {
    this.declared = declared;
    this.server = server;
    this.types = types;
    this.locks = locks;
    this.seesRuntime = seesRuntime;
    this.diagnostics = new Diagnostics(severities);
  }

  /**
   * The result of compiling an interface.
   *
   * @param source the generated class; for an interface with errors, its skeleton; empty if types
   *     are missing
   * @param facade the interface; null if it has errors
   * @param diagnostics the problems that were found
   */
  record Output(String source, @Nullable FacadeModel facade, Diagnostics diagnostics) {}

  /**
   * Compiles the interface.
   *
   * @param first the name of the first interface of the same server in this compilation
   */
  Output compile(String first) {
    FacadeModel facade = FacadeResolver.resolve(declared, server, locks, types, diagnostics);
    String own = declared.type().qualifiedName();
    if (!first.equals(own)) {
      diagnostics.report(
          MCP_SERVER,
          server.place(),
          "%s is an interface of the server '%s', and so is %s."
              .formatted(own, server.text(), first),
          "Steps list the tools of a server by its name.",
          "Declare all tools in one of them, or let one extend the other without @Mcp.");
    }
    if (!seesRuntime) {
      diagnostics.report(
          MCP_SERVER,
          declared.place(),
          "%s needs the artifact stepwright-mcp, which is not on the class path.".formatted(own),
          "The generated class calls the server through it.",
          "Add the dependency io.stepwright:stepwright-mcp.");
    }
    if (!types.complete()) {
      return new Output("", null, diagnostics);
    }
    if (diagnostics.hasErrors()) {
      return skeleton();
    }
    FacadeWriter writer = new FacadeWriter(facade, types.lintKeys());
    String source = writer.source();
    writer.hiddenType(source).ifPresent(this::reportHidden);
    return diagnostics.hasErrors() ? skeleton() : new Output(source, facade, diagnostics);
  }

  private Output skeleton() {
    String message = diagnostics.firstError();
    FacadeSkeletonWriter skeleton =
        new FacadeSkeletonWriter(declared, message, types.lintKeys(), types::accessible);
    return new Output(skeleton.source(seesRuntime), null, diagnostics);
  }

  private void reportHidden(String type) {
    String root = type.substring(0, type.indexOf('.'));
    diagnostics.report(
        HIDDEN_TYPE,
        declared.place(),
        "In %s, the parameter or field '%s' hides the package of %s."
            .formatted(declared.type().qualifiedName(), root, type),
        "The generated class has to write that name in full, because something else has its simple"
            + " name.",
        "Rename '%s'.".formatted(root));
  }
}
