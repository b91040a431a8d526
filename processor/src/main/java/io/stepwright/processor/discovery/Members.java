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
 * Lists the members of a type and its supertypes in the order of their declaration, its own first.
 * The member lists of the compiler API have different orders in different compilers.
 */
final class Members {

  private Members() {}

  /** Returns the type that declares a method. */
  static TypeElement owner(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  /** Returns the top-level type that contains an element. */
  static Element outermost(Element element) {
    Element outermost = element;
    while (outermost.getEnclosingElement() != null
        && !(outermost.getEnclosingElement() instanceof PackageElement)) {
      outermost = outermost.getEnclosingElement();
    }
    return outermost;
  }

  /**
   * Returns the type itself, then its superclasses, then its interfaces, without {@code Object}.
   */
  static List<TypeElement> hierarchy(TypeElement type, Types types) {
    Set<TypeElement> found = new LinkedHashSet<>();
    collect(type, types, found);
    List<TypeElement> ordered = new ArrayList<>();
    found.stream().filter(each -> each.getKind() != ElementKind.INTERFACE).forEach(ordered::add);
    found.stream().filter(each -> each.getKind() == ElementKind.INTERFACE).forEach(ordered::add);
    return ordered;
  }

  /** Returns all methods, including overridden ones, for each type in the order of declaration. */
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
