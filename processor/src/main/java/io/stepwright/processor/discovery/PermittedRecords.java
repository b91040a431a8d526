package io.stepwright.processor.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Finds the records that are permitted by a sealed type, with their type arguments: as a {@code
 * Result<String>}, an {@code Ok<T>} that implements {@code Result<T>} is an {@code Ok<String>}.
 */
final class PermittedRecords {

  private final Types types;
  private final Descriptions descriptions;
  private final List<DeclaredType> records = new ArrayList<>();
  private String problem = "";

  private PermittedRecords(Types types, Descriptions descriptions) {
    this.types = types;
    this.descriptions = descriptions;
  }

  /**
   * Finds the records of a sealed type.
   *
   * @param descriptions provides the order of their declaration
   */
  static PermittedRecords of(DeclaredType sealed, Types types, Descriptions descriptions) {
    PermittedRecords permitted = new PermittedRecords(types, descriptions);
    permitted.collect(sealed);
    return permitted;
  }

  /** Returns the records, in the order of their declaration if they are nested in one type. */
  List<DeclaredType> records() {
    return records;
  }

  /** Returns the reason why the type cannot be a choice of records; empty if it can. */
  String problem() {
    return problem;
  }

  private void collect(DeclaredType sealed) {
    TypeElement element = (TypeElement) sealed.asElement();
    for (Element subtype : descriptions.parts(element)) {
      TypeElement permitted = (TypeElement) subtype;
      // An enum whose constants have bodies is sealed, too.
      boolean isSealed =
          permitted.getModifiers().contains(Modifier.SEALED)
              && permitted.getKind() != ElementKind.ENUM;
      if (permitted.getKind() != ElementKind.RECORD && !isSealed) {
        problem =
            "its member %s is %s, not a record"
                .formatted(permitted.getSimpleName(), kind(permitted.getKind()));
      } else {
        add(permitted, sealed, isSealed);
      }
    }
  }

  private void add(TypeElement permitted, DeclaredType sealed, boolean isSealed) {
    DeclaredType type = (DeclaredType) permitted.asType();
    if (!permitted.getTypeParameters().isEmpty()) {
      List<TypeMirror> arguments = arguments(permitted, sealed);
      if (arguments.size() < permitted.getTypeParameters().size()) {
        problem =
            "its member %s is generic, and %s does not say of what"
                .formatted(permitted.getSimpleName(), sealed.asElement().getSimpleName());
        return;
      }
      type = types.getDeclaredType(permitted, arguments.toArray(TypeMirror[]::new));
    }
    if (!types.isSubtype(type, sealed)) {
      return; // It implements the sealed type with other type arguments.
    }
    if (isSealed) {
      collect(type);
    } else if (!isKnown(permitted)) { // A record may be permitted in two ways.
      records.add(type);
    }
  }

  private boolean isKnown(TypeElement permitted) {
    return records.stream().anyMatch(known -> known.asElement().equals(permitted));
  }

  /** Returns the type arguments of a member, as far as those of the sealed type determine them. */
  private List<TypeMirror> arguments(TypeElement permitted, DeclaredType sealed) {
    Map<Element, TypeMirror> known = new HashMap<>();
    for (TypeMirror supertype : types.directSupertypes(permitted.asType())) {
      if (supertype instanceof DeclaredType declared
          && declared.asElement().equals(sealed.asElement())
          && declared.getTypeArguments().size() == sealed.getTypeArguments().size()) {
        for (int i = 0; i < declared.getTypeArguments().size(); i++) {
          Element variable = types.asElement(declared.getTypeArguments().get(i));
          if (variable != null) {
            known.put(variable, sealed.getTypeArguments().get(i));
          }
        }
      }
    }
    List<TypeMirror> arguments = new ArrayList<>();
    for (Element parameter : permitted.getTypeParameters()) {
      if (known.containsKey(parameter)) {
        arguments.add(known.get(parameter));
      }
    }
    return arguments;
  }

  private static String kind(ElementKind kind) {
    return kind == ElementKind.ENUM
        ? "an enum"
        : kind.isInterface() ? "an interface that is not sealed" : "a class";
  }
}
