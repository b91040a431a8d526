package io.stepwright.processor.discovery;

import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Tells which types Lombok adds members to. If Lombok runs after this processor, the members are
 * visible only in the next round.
 */
final class LombokTypes {

  private static final Set<String> MAKE_CONSTRUCTORS =
      Set.of("RequiredArgsConstructor", "AllArgsConstructor", "Data", "Value", "Builder");

  private final Elements elements;

  LombokTypes(Elements elements) {
    this.elements = elements;
  }

  /** Returns whether a type, or one of its members, has a Lombok annotation. */
  static boolean mayGrow(TypeElement type) {
    return isAnnotated(type)
        || type.getEnclosedElements().stream().anyMatch(LombokTypes::isAnnotated);
  }

  private static boolean isAnnotated(Element element) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> name(mirror).startsWith("lombok."));
  }

  /** Returns whether Lombok will give an agent a constructor that it does not have yet. */
  boolean lacksConstructor(TypeElement agent) {
    return agent.getKind() == ElementKind.CLASS
        && agent.getAnnotationMirrors().stream()
            .anyMatch(
                mirror ->
                    name(mirror).startsWith("lombok.")
                        && MAKE_CONSTRUCTORS.contains(
                            mirror.getAnnotationType().asElement().getSimpleName().toString()))
        && ElementFilter.constructorsIn(agent.getEnclosedElements()).stream()
            .allMatch(constructor -> elements.getOrigin(constructor) == Elements.Origin.MANDATED);
  }

  private static String name(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement() instanceof TypeElement type
        ? type.getQualifiedName().toString()
        : "";
  }
}
