package io.stepwright.processor.discovery;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.resources.ResourceFiles;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** One look at one annotated type: what it declares, and what its types are like. */
public final class AgentDiscovery {

  private final TypeElement element;
  private final TypeReader reader = new TypeReader();
  private final AgentModel agent;
  private final Types types;

  /**
   * Reads a type.
   *
   * @param inSource whether an element stands in a source file of this compilation
   * @param resources finds the files that annotations name
   */
  public AgentDiscovery(
      ProcessingEnvironment environment,
      TypeElement element,
      Predicate<Element> inSource,
      ResourceFiles resources) {
    this.element = element;
    Elements elements = environment.getElementUtils();
    javax.lang.model.util.Types compilerTypes = environment.getTypeUtils();
    PackageElement from = elements.getPackageOf(element);
    TypeAccess access = new TypeAccess(elements, from);
    NullnessReader nullness = new NullnessReader(access);
    MethodReader methods =
        new MethodReader(compilerTypes, elements, reader, nullness, from, inSource);
    this.types =
        new CompilerTypes(
            compilerTypes,
            reader,
            new AccessorReader(compilerTypes, elements, reader, from),
            new ShapeReader(compilerTypes, reader, new Descriptions(elements), nullness, inSource),
            methods,
            access);
    this.agent =
        new AgentReader(compilerTypes, elements, methods, new StepReader(resources)).read(element);
  }

  /** What the type declares. */
  public AgentModel agent() {
    return agent;
  }

  /** What is known about its types. */
  public Types types() {
    return types;
  }

  /** Where the type stands. */
  public Place place() {
    return SourcePlace.of(element);
  }

  /**
   * Names of types that were met so far and do not exist: another processor may still write them.
   */
  public Set<String> missingTypes() {
    return reader.missing();
  }

  /** Reports the types that still do not exist when nobody can write them any more. */
  public void reportMissingTypes(Diagnostics diagnostics) {
    for (String missing : missingTypes()) {
      diagnostics.report(
          DiagnosticId.UNKNOWN_TYPE,
          place(),
          "Agent %s uses the type %s, which does not exist."
              .formatted(agent.type().qualifiedName(), missing),
          "Nothing can be generated for the agent without it.",
          "Import it, or see why what should generate it did not.");
    }
  }

  /** Reports that the generated class cannot have its name. */
  public void reportNameTaken(Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticId.NAME_TAKEN,
        place(),
        "The class %s, which is to be generated for agent %s, exists already."
            .formatted(agent.wiredName(), agent.type().qualifiedName()),
        "Names of enclosing types are joined with '_'.",
        "Rename one of the two.");
  }
}
