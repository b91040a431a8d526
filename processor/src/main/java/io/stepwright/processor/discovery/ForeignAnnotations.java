package io.stepwright.processor.discovery;

import io.stepwright.processor.model.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Finds annotations of other libraries that have the simple name of an annotation of Stepwright.
 */
final class ForeignAnnotations {

  private ForeignAnnotations() {}

  /** Returns such annotations on methods and their parameters, by their full names. */
  static List<Named> on(List<ExecutableElement> methods) {
    List<Named> foreign = new ArrayList<>();
    for (ExecutableElement method : methods) {
      Stream.concat(Stream.of(method), method.getParameters().stream())
          .forEach(element -> addTo(foreign, element));
    }
    return foreign;
  }

  private static void addTo(List<Named> foreign, Element element) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      String name = type.getQualifiedName().toString();
      String simpleName = type.getSimpleName().toString();
      boolean known = name.contains(".") && !name.equals("io.stepwright." + simpleName);
      if (known && UnresolvedAnnotations.NAMES.contains(simpleName)) {
        foreign.add(new Named(name, SourcePlace.of(element, mirror)));
      }
    }
  }
}
