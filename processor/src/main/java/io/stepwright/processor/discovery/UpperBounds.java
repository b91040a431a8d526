package io.stepwright.processor.discovery;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * The types of members of types with wildcards, as a reader of the value sees them: {@code v()} of
 * a {@code Box<? extends Page>} is a {@code Page}, and {@code all()} a {@code List<? extends Page>}
 * (JLS 4.10.5: upward projection).
 */
final class UpperBounds {

  /** A type variable can be bounded by a type that is made of itself. */
  private static final int DEEPEST = 8;

  private final Types types;

  UpperBounds(Types types) {
    this.types = types;
  }

  /** What a method without parameters returns as a member of a type. */
  TypeMirror returned(DeclaredType owner, ExecutableElement method) {
    boolean wildcards =
        owner.getTypeArguments().stream().anyMatch(each -> each.getKind() == TypeKind.WILDCARD);
    DeclaredType site = wildcards ? (DeclaredType) types.capture(owner) : owner;
    TypeMirror returned = ((ExecutableType) types.asMemberOf(site, method)).getReturnType();
    return wildcards ? of(returned) : returned;
  }

  /** The upper bound of a type in which captured wildcards may stand. */
  TypeMirror of(TypeMirror type) {
    return bound(type, 0);
  }

  private TypeMirror bound(TypeMirror type, int depth) {
    if (depth > DEEPEST) {
      return types.erasure(type);
    }
    if (type instanceof TypeVariable variable) {
      return bound(variable.getUpperBound(), depth + 1);
    }
    if (type instanceof IntersectionType intersection) {
      return bound(first(intersection), depth + 1);
    }
    if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
      return bound(wildcard.getExtendsBound(), depth + 1);
    }
    if (type instanceof ArrayType array) {
      return types.getArrayType(bound(array.getComponentType(), depth + 1));
    }
    return type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()
        ? declared(declared, depth)
        : type;
  }

  private TypeMirror declared(DeclaredType type, int depth) {
    List<TypeMirror> arguments = new ArrayList<>();
    boolean changed = false;
    for (TypeMirror argument : type.getTypeArguments()) {
      TypeMirror projected = argument(argument, depth + 1);
      changed |= projected != argument;
      arguments.add(projected);
    }
    if (!changed) {
      return type;
    }
    TypeElement element = (TypeElement) type.asElement();
    TypeMirror[] projected = arguments.toArray(TypeMirror[]::new);
    return type.getEnclosingType() instanceof DeclaredType outer
            && !outer.getTypeArguments().isEmpty()
        ? types.getDeclaredType(outer, element, projected)
        : types.getDeclaredType(element, projected);
  }

  private TypeMirror argument(TypeMirror argument, int depth) {
    if (argument.getKind() == TypeKind.WILDCARD) {
      return argument;
    }
    TypeMirror bound = bound(argument, depth);
    if (bound == argument) {
      return argument;
    }
    return isObject(bound) ? types.getWildcardType(null, null) : types.getWildcardType(bound, null);
  }

  private static TypeMirror first(IntersectionType intersection) {
    for (TypeMirror bound : intersection.getBounds()) {
      if (!isObject(bound)) {
        return bound;
      }
    }
    return intersection.getBounds().get(0);
  }

  private static boolean isObject(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.Object");
  }
}
