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
 * Finds annotations that the compiler cannot resolve and that are probably meant to be annotations
 * of Stepwright: an import is missing, or a name is misspelt. The compiler reports them, so the
 * processor does not report problems that follow from them.
 */
final class UnresolvedAnnotations {

  /** The simple names of all annotations of Stepwright. */
  static final List<String> NAMES =
      List.of(
          "Agent",
          "AgentStep",
          "Approve",
          "Cached",
          "Check",
          "Describe",
          "Each",
          "EntryPoint",
          "From",
          "Mcp",
          "Model",
          "Prompt",
          "Regex",
          "Retry",
          "SideEffect",
          "Template",
          "Timeout",
          "Tool",
          "Tools",
          "When");

  private final ProcessingEnvironment environment;
  private final Predicate<Element> inSource;

  /**
   * Creates a finder.
   *
   * @param inSource tells whether an element is declared in a source file of this compilation
   */
  UnresolvedAnnotations(ProcessingEnvironment environment, Predicate<Element> inSource) {
    this.environment = environment;
    this.inSource = inSource;
  }

  /** Returns whether a type itself has such an annotation. */
  boolean isOn(TypeElement type) {
    return inSource.test(type)
        && isAmong(List.of(type), SourceAnnotations.ofType(environment, type));
  }

  /**
   * Returns whether a type, one of its members, or one of their parameters has such an annotation.
   */
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
    return isAmong(elements, SourceAnnotations.inType(environment, type));
  }

  /**
   * Returns whether elements have such an annotation.
   *
   * @param written the names of their annotations in the source, as far as they are known
   */
  private static boolean isAmong(List<? extends Element> elements, Set<String> written) {
    Set<String> unresolved = new HashSet<>(written);
    Set<String> resolved = new HashSet<>();
    for (Element element : elements) {
      for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
        TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
        if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
          unresolved.add(type.getSimpleName().toString());
        } else {
          addNames(type, resolved);
        }
      }
    }
    unresolved.removeAll(resolved);
    return unresolved.stream()
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .anyMatch(name -> Nearest.to(name, NAMES).isPresent());
  }

  /**
   * Adds all names by which a source may refer to an annotation, and those of the type that
   * encloses it.
   */
  private static void addNames(TypeElement type, Set<String> names) {
    String name = type.getQualifiedName().toString();
    names.add(name);
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      names.add(name.substring(dot + 1));
    }
    if (type.getEnclosingElement() instanceof TypeElement repeated) {
      addNames(repeated, names);
    }
  }
}
