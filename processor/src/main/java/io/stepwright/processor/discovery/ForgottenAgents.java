package io.stepwright.processor.discovery;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Diagnostics;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Finds types that have an entry point but lack {@code @Agent}. A base class of agents may have
 * entry points, too, so these types are left out: supertypes of agents of this compilation, generic
 * types, and types that suppress the diagnostic.
 */
public final class ForgottenAgents {

  private static final String AGENT = "io.stepwright.Agent";

  private final ProcessingEnvironment environment;
  private final UnresolvedAnnotations unresolved;

  /**
   * Creates a finder.
   *
   * @param inSource tells whether an element is declared in a source file of this compilation
   */
  public ForgottenAgents(ProcessingEnvironment environment, Predicate<Element> inSource) {
    this.environment = environment;
    this.unresolved = new UnresolvedAnnotations(environment, inSource);
  }

  /**
   * Finds such types in a round.
   *
   * @param agents the qualified names of the known agents
   */
  public Set<TypeElement> in(RoundEnvironment round, Set<String> agents) {
    Set<TypeElement> found = new LinkedHashSet<>();
    TypeElement entryPoint = environment.getElementUtils().getTypeElement(StepReader.ENTRY_POINT);
    if (entryPoint != null) {
      for (Element method : round.getElementsAnnotatedWith(entryPoint)) {
        if (method.getEnclosingElement() instanceof TypeElement type && isForgotten(type)) {
          found.add(type);
        }
      }
    }
    for (String agent : found.isEmpty() ? Set.<String>of() : agents) {
      TypeElement type = environment.getElementUtils().getTypeElement(agent);
      if (type != null) {
        found.removeAll(Members.hierarchy(type, environment.getTypeUtils()));
      }
    }
    return found;
  }

  private boolean isForgotten(TypeElement type) {
    return AnnotationReader.of(type, AGENT).isEmpty()
        && type.getTypeParameters().isEmpty()
        && !SourcePlace.of(type).suppresses(DiagnosticId.MISSING_AGENT)
        && !unresolved.isOn(type);
  }

  /** Reports such a type. */
  public static void report(TypeElement type, Diagnostics diagnostics) {
    diagnostics.report(
        DiagnosticId.MISSING_AGENT,
        SourcePlace.of(type),
        "%s has an @EntryPoint, but is not annotated with @Agent."
            .formatted(type.getQualifiedName()),
        "No class is generated for it, and no agent here extends it.",
        "Add @Agent to the type; a base for agents of other modules says"
            + " @SuppressWarnings(\"stepwright:MissingAgent\").");
  }
}
