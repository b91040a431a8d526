package io.stepwright.processor.discovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Lists the parts of a type that can occur in the answer of a model. */
final class TypeParts {

  private TypeParts() {}

  /**
   * Returns the components of a record, the constants of an enum, or the permitted subtypes of a
   * sealed type.
   */
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

  /** Returns a name that is unique among the parts of the type. */
  static String name(Element part) {
    return part instanceof TypeElement type
        ? type.getQualifiedName().toString()
        : part.getSimpleName().toString();
  }

  /**
   * Returns the permitted subtypes, in the order of their declaration if they are nested in one
   * top-level type. Without a {@code permits} clause, compilers differ in the order.
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
