package io.stepwright.processor;

import io.stepwright.descriptor.DescriptorWriter;
import io.stepwright.processor.codegen.SkeletonWriter;
import io.stepwright.processor.codegen.WiredClassWriter;
import io.stepwright.processor.descriptor.AgentDescription;
import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Severities;
import io.stepwright.processor.mcp.FacadeParameters;
import io.stepwright.processor.mcp.Locks;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Answers;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.resolution.GraphResolver;
import io.stepwright.processor.resolution.ImpliedConditions;
import io.stepwright.processor.resolution.StepResolver;
import io.stepwright.processor.resources.ResourceLookup;
import io.stepwright.processor.resources.ResourceUse;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.schedule.Scheduler;
import io.stepwright.processor.validation.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compiles one agent from its model to its generated files. Uses no compiler types. */
final class AgentCompiler {

  private AgentModel agent;
  private final Types types;
  private final ResourceLookup resources;
  private final Locks locks;
  private final Diagnostics diagnostics;

  AgentCompiler(
      AgentModel agent, Types types, ResourceLookup resources, Locks locks, Severities severities) {
    this.agent = agent;
    this.types = types;
    this.resources = resources;
    this.locks = locks;
    this.diagnostics = new Diagnostics(severities);
  }

  /**
   * The result of compiling an agent.
   *
   * @param source the generated class; for an agent with errors, its skeleton; empty if types are
   *     missing
   * @param descriptor the descriptor; empty for an agent with errors
   * @param answered the types in the answers of models
   * @param diagnostics the problems that were found
   */
  record Output(String source, String descriptor, Set<TypeRef> answered, Diagnostics diagnostics) {}

  Output compile() {
    if (!Rules.checkSize(agent, diagnostics)) {
      return skeleton();
    }
    agent = ImpliedConditions.in(agent, types);
    Rules.check(agent, types, diagnostics);
    FacadeParameters.check(agent, diagnostics);
    StepResolver.Resolved resolved = StepResolver.resolve(agent, types, resources, diagnostics);
    Rules.checkTemplates(agent, resolved.templates(), types, diagnostics);
    Rules.checkParts(agent, resolved.prompts(), resolved.templates(), diagnostics);
    List<Graph> graphs = graphs();
    if (!types.complete()) {
      return new Output("", "", Set.of(), diagnostics);
    }
    if (diagnostics.hasErrors()) {
      return skeleton();
    }
    WiredAgent wired =
        new WiredAgent(
            agent,
            resolved.prompts(),
            resolved.templates(),
            resolved.regexes(),
            resolved.cacheKeys(),
            resolved.fileKeys(),
            resolved.checks(),
            resolved.tools(),
            resolved.results(),
            graphs);
    List<Schedule> schedules = graphs.stream().map(Scheduler::schedule).toList();
    WiredClassWriter writer = new WiredClassWriter(wired, schedules, types.lintKeys());
    String source = writer.source();
    writer.hiddenType(source).ifPresent(this::reportHidden);
    // Comes after the class is written, which depends on the types that were asked for.
    Rules.checkConversations(wired, types, diagnostics);
    return diagnostics.hasErrors()
        ? skeleton()
        : new Output(
            source,
            DescriptorWriter.write(AgentDescription.of(wired, schedules, used())),
            Answers.described(agent, types).keySet(),
            diagnostics);
  }

  /** Returns the files on which the generated class depends. */
  private List<ResourceUse> used() {
    Set<String> servers = new TreeSet<>();
    for (ToolModel tool : agent.tools()) {
      if (tool.facade() != null) {
        servers.add(tool.facade().server());
      }
    }
    List<ResourceUse> used = new ArrayList<>(resources.used());
    servers.stream().map(locks::use).flatMap(Optional::stream).forEach(used::add);
    return used;
  }

  private Output skeleton() {
    return skeleton(diagnostics.firstError());
  }

  /**
   * Returns a class without behaviour but with the right signatures, for an agent that cannot be
   * compiled.
   */
  Output skeleton(String message) {
    SkeletonWriter skeleton =
        new SkeletonWriter(agent, message, types.lintKeys(), types::accessible);
    return new Output(skeleton.source(), "", Set.of(), diagnostics);
  }

  private void reportHidden(String type) {
    String root = type.substring(0, type.indexOf('.'));
    diagnostics.report(
        DiagnosticId.HIDDEN_TYPE,
        agent.place(),
        "In agent %s, the parameter, step or field '%s' hides the package of %s."
            .formatted(agent.type().qualifiedName(), root, type),
        "The generated class has to write that name in full, because something else has its simple"
            + " name.",
        "Rename '%s'.".formatted(root));
  }

  private List<Graph> graphs() {
    List<Graph> graphs = new ArrayList<>();
    Set<String> reached = new HashSet<>();
    for (EntryPointModel entryPoint : agent.entryPoints()) {
      GraphResolver resolver = new GraphResolver(agent, entryPoint, types, diagnostics);
      resolver.resolve().ifPresent(graphs::add);
      reached.addAll(resolver.reached());
    }
    if (!Rules.checkSize(graphs, diagnostics)) {
      return graphs;
    }
    graphs.forEach(graph -> Rules.check(graph, diagnostics));
    if (graphs.size() == agent.entryPoints().size() && !graphs.isEmpty()) {
      Rules.checkReached(agent, reached, diagnostics);
    }
    return graphs;
  }
}
