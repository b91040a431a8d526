package io.stepwright.processor.discovery;

import io.stepwright.processor.comments.CommentsFiles;
import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.mcp.Locks;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resources.ResourceFiles;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads one annotated type: its declaration, and the types that it uses. */
public final class AgentDiscovery {

  private static final String GENERATED = "io.stepwright.wiring.Generated";

  private final TypeElement element;
  private final Elements elements;
  private final TypeReader reader;
  private final AgentModel agent;
  private final CompilerTypes types;
  private final Descriptions descriptions;
  private final CommentsFiles comments;
  private final Predicate<Element> inSource;
  private final UnresolvedAnnotations unresolved;
  private final javax.lang.model.util.Types compilerTypes;

  /**
   * Reads a type.
   *
   * @param inSource tells whether an element is declared in a source file of this compilation
   * @param resources finds the files that annotations name
   * @param locks the lock files of MCP servers
   * @param wired the names of classes that are about to be generated
   */
  public AgentDiscovery(
      ProcessingEnvironment environment,
      TypeElement element,
      Predicate<Element> inSource,
      ResourceFiles resources,
      Locks locks,
      WiredNames wired) {
    this.element = element;
    this.inSource = inSource;
    this.elements = environment.getElementUtils();
    this.compilerTypes = environment.getTypeUtils();
    this.unresolved = new UnresolvedAnnotations(environment, inSource);
    PackageElement from = elements.getPackageOf(element);
    this.reader = new TypeReader(wired, from.getQualifiedName().toString());
    LintKeys lint = new LintKeys(compilerTypes, elements);
    TypeAccess access = new TypeAccess(compilerTypes, elements, element);
    RepeatedAnnotations annotations = new RepeatedAnnotations(access, reader, lint);
    NullnessReader nullness = new NullnessReader(annotations);
    MethodReader methods =
        new MethodReader(compilerTypes, elements, reader, nullness, from, inSource, lint);
    this.comments = new CommentsFiles(environment.getFiler());
    this.descriptions = new Descriptions(elements, inSource, comments);
    this.types =
        new CompilerTypes(
            compilerTypes,
            reader,
            new AccessorReader(compilerTypes, elements, reader, from),
            new ShapeReader(compilerTypes, reader, descriptions, nullness, inSource, lint),
            methods,
            access,
            descriptions,
            lint);
    lint.agent(element);
    StepReader steps = new StepReader(resources);
    FacadeReader facades =
        new FacadeReader(
            compilerTypes,
            elements,
            methods,
            new ToolReader(methods, steps, descriptions),
            new FacadeComments(elements, inSource, comments, locks));
    this.agent =
        new AgentReader(
                compilerTypes, elements, methods, steps, descriptions, access, annotations, facades)
            .read(element);
  }

  /** Returns the qualified name of the class that is generated for an agent. */
  public static String qualifiedWiredName(TypeElement agent) {
    return AgentModel.qualifiedWiredName(TypeReader.declared(agent, List.of()));
  }

  /** Returns the declaration of the agent. */
  public AgentModel agent() {
    return agent;
  }

  /** Returns the queries about its types. */
  public Types types() {
    return types;
  }

  /** Returns the position of the type. */
  public Place place() {
    return SourcePlace.of(element);
  }

  /**
   * Returns the names of types that are used but do not exist; another processor may still generate
   * them.
   */
  public Set<String> missingTypes() {
    return reader.missing();
  }

  /**
   * Returns whether the agent, a type that it inherits from, or a type that it uses has an
   * unresolved annotation that is probably meant to be one of Stepwright.
   */
  public boolean hasUnresolvedAnnotations() {
    return Stream.concat(
            Members.hierarchy(element, compilerTypes).stream(), reader.elements().stream())
        .anyMatch(unresolved::isIn);
  }

  /** Returns whether Lombok may still add members to one of the types that are used. */
  public boolean mayGrow() {
    return reader.elements().stream().anyMatch(LombokTypes::mayGrow);
  }

  /** Returns whether Lombok will give the agent a constructor that it does not have yet. */
  public boolean lacksConstructor() {
    return new LombokTypes(elements).lacksConstructor(element);
  }

  /** Reports the types that do not exist after the last round. */
  public void reportMissingTypes(Diagnostics diagnostics) {
    for (String missing : missingTypes()) {
      diagnostics.report(
          DiagnosticId.UNKNOWN_TYPE,
          place(),
          "Agent %s uses %s, which does not exist."
              .formatted(
                  agent.type().qualifiedName(),
                  SourceVersion.isName(missing) ? "the type " + missing : "a type"),
          "Nothing can be generated for the agent without it.",
          "Import it, or find out why its generator did not produce it.");
    }
  }

  /**
   * Stores the comments of types for agents that are compiled later.
   *
   * @param answered the types in the answers of models
   * @param written the names of the types whose comments this compilation has stored; this method
   *     adds to them
   * @throws IOException if a file cannot be written
   */
  public void keepComments(Set<TypeRef> answered, Set<String> written) throws IOException {
    for (TypeRef type : answered) {
      TypeElement answer = types.element(type);
      boolean needed =
          inSource.test(answer)
              && !(isNestedTogether(answer) && descriptions.comments(answer).isEmpty());
      String name = elements.getBinaryName(answer).toString();
      if (needed && written.add(name)) {
        comments.write(name, descriptions.comments(answer), answer);
      }
    }
  }

  /**
   * Returns whether a type is nested in the same top-level type as the agent, and is therefore
   * always compiled with it.
   */
  private boolean isNestedTogether(TypeElement type) {
    return Members.outermost(type).equals(Members.outermost(element));
  }

  /**
   * Reports that the compiler refuses to write a class that it knows from an earlier compilation.
   */
  public void reportCompiledBefore(Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticId.NAME_TAKEN,
        place(),
        "The compiler does not let the class %s be generated again for agent %s."
            .formatted(agent.wiredName(), agent.type().qualifiedName()),
        "It sees a class of that name already: in the folder that it compiles into, or on the class"
            + " path.",
        "Remove the old class, as a clean build does, or the folder from the class path.");
  }

  /** Reports that the name of the generated class is taken. */
  public void reportNameTaken(Diagnostics diagnostics) {
    TypeElement taken = elements.getTypeElement(agent.qualifiedWiredName());
    if (taken != null && AnnotationReader.of(taken, GENERATED).isPresent()) {
      diagnostics.report(
          DiagnosticId.NAME_TAKEN,
          place(),
          "The class %s, which is to be generated for agent %s, is among the sources already."
              .formatted(agent.wiredName(), agent.type().qualifiedName()),
          "Stepwright has generated it: in an earlier build, or in a run of annotation processors"
              + " before this one, such as kapt's.",
          "Take the folder of generated sources off the sources, or let this compiler run no"
              + " processors: <proc>none</proc>, -proc:none.");
      return;
    }
    diagnostics.report(
        DiagnosticId.NAME_TAKEN,
        place(),
        "The class %s, which is to be generated for agent %s, exists already."
            .formatted(agent.wiredName(), agent.type().qualifiedName()),
        "Names of enclosing types are joined with '_'.",
        "Rename one of the two.");
  }
}
