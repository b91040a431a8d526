package io.stepwright.processor.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** What a type is made of in the answer of a model. */
final class TypeParts {

  private TypeParts() {}

  /** The components of a record, the constants of an enum, or what a sealed type permits. */
  static List<Element> of(TypeElement type) {
    if (type.getKind() == ElementKind.RECORD) {
      return List.copyOf(type.getRecordComponents());
    }
    if (type.getKind() == ElementKind.ENUM) {
      List<Element> constants = new ArrayList<>(type.getEnclosedElements());
      constants.removeIf(member -> member.getKind() != ElementKind.ENUM_CONSTANT);
      return constants;
    }
    return permitted(type);
  }

  /** A name that no other part of the type has. */
  static String name(Element part) {
    return part instanceof TypeElement type
        ? type.getQualifiedName().toString()
        : part.getSimpleName().toString();
  }

  /**
   * Subtypes in the order of their declaration if they stand in one type: compilers differ in the
   * order of those that no clause lists.
   */
  private static List<Element> permitted(TypeElement type) {
    List<Element> permitted = new ArrayList<>();
    type.getPermittedSubclasses()
        .forEach(subtype -> permitted.add(((DeclaredType) subtype).asElement()));
    List<Element> declared = new ArrayList<>();
    collect(Members.outermost(type), declared);
    if (declared.containsAll(permitted)) {
      permitted.sort(Comparator.comparingInt(declared::indexOf));
    }
    return permitted;
  }

  private static void collect(Element type, List<Element> found) {
    found.add(type);
    for (Element member : type.getEnclosedElements()) {
      if (member instanceof TypeElement) {
        collect(member, found);
      }
    }
  }
}
