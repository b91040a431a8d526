package io.stepwright.processor.discovery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The members of a type and of all that it extends and implements, in the order of their
 * declaration: its own first. The compilers' own lists of all members come in different orders.
 */
final class Members {

  private Members() {}

  /** The type that declares a method. */
  static TypeElement owner(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  /** The type of a file that an element stands in. */
  static Element outermost(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && !(outermost.getEnclosingElement() instanceof PackageElement)) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost;
  }

  /** The type itself, then its superclasses, then its interfaces; {@code Object} left out. */
  static List<TypeElement> hierarchy(TypeElement type, Types types) {
    Set<TypeElement> found = new LinkedHashSet<>();
    collect(type, types, found);
    List<TypeElement> ordered = new ArrayList<>();
    found.stream().filter(each -> each.getKind() != ElementKind.INTERFACE).forEach(ordered::add);
    found.stream().filter(each -> each.getKind() == ElementKind.INTERFACE).forEach(ordered::add);
    return ordered;
  }

  /** All methods, those that are overridden included, each type's in the order of declaration. */
  static List<ExecutableElement> methods(TypeElement type, Types types) {
    List<ExecutableElement> methods = new ArrayList<>();
    for (TypeElement each : hierarchy(type, types)) {
      methods.addAll(ElementFilter.methodsIn(each.getEnclosedElements()));
    }
    return methods;
  }

  private static void collect(TypeElement type, Types types, Set<TypeElement> found) {
    if (type.getQualifiedName().contentEquals("java.lang.Object") || !found.add(type)) {
      return;
    }
    for (TypeMirror supertype : types.directSupertypes(type.asType())) {
      if (supertype instanceof DeclaredType declared) {
        Element element = declared.asElement();
        collect((TypeElement) element, types, found);
      }
    }
  }
}
