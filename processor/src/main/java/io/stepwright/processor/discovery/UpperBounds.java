package io.stepwright.processor.discovery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
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
import org.jspecify.annotations.Nullable;

/**
 * Computes the types of members of types with wildcards by upward projection (JLS 4.10.5): {@code
 * v()} of a {@code Box<? extends Page>} is a {@code Page}, and {@code all()} a {@code List<?
 * extends Page>}. The capture conversion of the compiler API is not used, because not every
 * compiler performs it for processors.
 */
final class UpperBounds {

  /** Limit of the recursion: the bound of a type variable can contain the variable. */
  private static final int DEEPEST = 8;

  private final Types types;

  UpperBounds(Types types) {
    this.types = types;
  }

  /** Returns the return type of a method without parameters as a member of a type. */
  TypeMirror returned(DeclaredType owner, ExecutableElement method) {
    if (owner.getTypeArguments().stream().noneMatch(UpperBounds::isWildcard)) {
      return ((ExecutableType) types.asMemberOf(owner, method)).getReturnType();
    }
    TypeElement element = (TypeElement) owner.asElement();
    Map<Element, TypeMirror> arguments = new HashMap<>();
    for (int i = 0; i < owner.getTypeArguments().size(); i++) {
      arguments.put(element.getTypeParameters().get(i), owner.getTypeArguments().get(i));
    }
    DeclaredType generic = (DeclaredType) element.asType();
    TypeMirror returned = ((ExecutableType) types.asMemberOf(generic, method)).getReturnType();
    return bound(returned, arguments, 0);
  }

  /** Returns the upper bound of a type variable or a wildcard; any other type unchanged. */
  TypeMirror of(TypeMirror type) {
    return type instanceof TypeVariable || isWildcard(type) ? bound(type, Map.of(), 0) : type;
  }

  private TypeMirror bound(TypeMirror type, Map<Element, TypeMirror> arguments, int depth) {
    if (depth > DEEPEST) {
      return types.erasure(type);
    }
    if (type instanceof TypeVariable variable) {
      TypeMirror argument = arguments.get(variable.asElement());
      if (argument != null && !isWildcard(argument)) {
        return argument;
      }
      TypeMirror extended = extended(argument);
      return extended == null
          ? bound(variable.getUpperBound(), arguments, depth + 1)
          : bound(extended, Map.of(), depth + 1);
    }
    if (type instanceof IntersectionType intersection) {
      return bound(first(intersection), arguments, depth + 1);
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror extended = extended(wildcard);
      return extended == null ? type : bound(extended, arguments, depth + 1);
    }
    if (type instanceof ArrayType array) {
      return types.getArrayType(bound(array.getComponentType(), arguments, depth + 1));
    }
    return type instanceof DeclaredType declared && mentions(declared, arguments)
        ? declared(declared, arguments, depth)
        : type;
  }

  private TypeMirror declared(DeclaredType type, Map<Element, TypeMirror> arguments, int depth) {
    TypeMirror[] projected =
        type.getTypeArguments().stream()
            .map(each -> argument(each, arguments, depth + 1))
            .toArray(TypeMirror[]::new);
    TypeElement element = (TypeElement) type.asElement();
    DeclaredType outer = TypeReader.outer(type);
    return outer != null && !outer.getTypeArguments().isEmpty()
        ? types.getDeclaredType(outer, element, projected)
        : types.getDeclaredType(element, projected);
  }

  /** Projects a type argument. An argument that is not known exactly becomes a wildcard. */
  private TypeMirror argument(TypeMirror type, Map<Element, TypeMirror> arguments, int depth) {
    if (!mentions(type, arguments)) {
      return type;
    }
    if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() == null) {
      return types.getWildcardType(null, null);
    }
    TypeMirror bound = bound(type, arguments, depth);
    if (!isWildcard(type) && isExact(type, arguments)) {
      return bound;
    }
    return isObject(bound) || isWildcard(bound)
        ? types.getWildcardType(null, null)
        : types.getWildcardType(bound, null);
  }

  /** Returns whether a type contains type variables of the owner. */
  private static boolean mentions(TypeMirror type, Map<Element, TypeMirror> arguments) {
    if (type instanceof TypeVariable variable) {
      return arguments.containsKey(variable.asElement());
    }
    return parts(type).stream().anyMatch(part -> mentions(part, arguments));
  }

  /** Returns whether each type variable in a type stands for exactly one type. */
  private static boolean isExact(TypeMirror type, Map<Element, TypeMirror> arguments) {
    if (type instanceof TypeVariable variable) {
      TypeMirror argument = arguments.get(variable.asElement());
      return argument != null && !isWildcard(argument);
    }
    return parts(type).stream().allMatch(part -> isExact(part, arguments));
  }

  private static List<? extends TypeMirror> parts(TypeMirror type) {
    if (type instanceof DeclaredType declared) {
      return declared.getTypeArguments();
    }
    if (type instanceof ArrayType array) {
      return List.of(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      TypeMirror bound =
          wildcard.getExtendsBound() == null
              ? wildcard.getSuperBound()
              : wildcard.getExtendsBound();
      return bound == null ? List.of() : List.of(bound);
    }
    return List.of();
  }

  private static @Nullable TypeMirror extended(@Nullable TypeMirror argument) {
    TypeMirror bound = argument instanceof WildcardType type ? type.getExtendsBound() : null;
    return bound == null || isObject(bound) ? null : bound;
  }

  private static boolean isWildcard(TypeMirror type) {
    return type.getKind() == TypeKind.WILDCARD;
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
        && declared.asElement() instanceof TypeElement element
        && element.getQualifiedName().contentEquals("java.lang.Object");
  }
}
