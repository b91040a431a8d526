package io.stepwright.processor.discovery;

import io.stepwright.config.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Finds annotations that the compiler cannot resolve, and that are probably meant to be ones of
 * Stepwright: their import is missing, or their name is misspelt. The compiler reports them, so
 * that nothing is to be said of what seems to be absent.
 */
final class UnresolvedAnnotations {

  /** The simple names of all annotations of Stepwright. */
  static final List<String> NAMES =
      List.of(
          "Agent",
          "AgentStep",
          "Cached",
          "Check",
          "Describe",
          "Each",
          "EntryPoint",
          "From",
          "Model",
          "Prompt",
          "Regex",
          "Retry",
          "SideEffect",
          "Template",
          "Timeout",
          "When");

  private final ProcessingEnvironment environment;
  private final Predicate<Element> inSource;

  /**
   * A finder.
   *
   * @param inSource whether an element stands in a source file of this compilation
   */
  UnresolvedAnnotations(ProcessingEnvironment environment, Predicate<Element> inSource) {
    this.environment = environment;
    this.inSource = inSource;
  }

  /** Whether one of them stands on a type itself. */
  boolean isOn(TypeElement type) {
    return inSource.test(type) && isOnElement(type);
  }

  /** Whether one of them stands on a type, on one of its members, or on one of their parameters. */
  boolean isIn(TypeElement type) {
    if (!inSource.test(type)) {
      return false;
    }
    List<Element> elements = new ArrayList<>(List.of(type));
    for (Element member : type.getEnclosedElements()) {
      elements.add(member);
      if (member instanceof ExecutableElement method) {
        elements.addAll(method.getParameters());
      }
    }
    return elements.stream().anyMatch(this::isOnElement);
  }

  private boolean isOnElement(Element element) {
    Set<String> resolved = new HashSet<>();
    Set<String> written = new HashSet<>(SourceAnnotations.names(environment, element));
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      Element type = mirror.getAnnotationType().asElement();
      String name = type.getSimpleName().toString();
      if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
        written.add(name);
      } else {
        resolved.add(name);
        if (type.getEnclosingElement() instanceof TypeElement repeated) {
          resolved.add(repeated.getSimpleName().toString()); // What a container stands for.
        }
      }
    }
    written.removeAll(resolved);
    return written.stream().anyMatch(name -> Nearest.to(name, NAMES).isPresent());
  }
}
