package io.stepwright.processor.discovery;

import io.stepwright.processor.model.TypeRef;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/**
 * Converts the compiler's types to the model's, and back. Records types that do not exist, because
 * another processor may still generate them.
 */
final class TypeReader {

  private final Map<TypeRef, TypeMirror> mirrors = new HashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<TypeElement> elements = new LinkedHashSet<>();
  private final WiredNames wired;
  private final String packageName;

  /**
   * Creates a reader.
   *
   * @param wired the names of classes that are about to be generated
   * @param packageName the package of the agent
   */
  TypeReader(WiredNames wired, String packageName) {
    this.wired = wired;
    this.packageName = packageName;
  }

  TypeRef read(TypeMirror mirror) {
    TypeRef type = convert(mirror);
    mirrors.putIfAbsent(type, mirror);
    return type;
  }

  /**
   * Returns the compiler's type of a type that was read before.
   *
   * @throws IllegalArgumentException if the type was never read
   */
  TypeMirror mirror(TypeRef type) {
    TypeMirror mirror = mirrors.get(type);
    if (mirror == null) {
      throw new IllegalArgumentException("never read: " + type.display());
    }
    return mirror;
  }

  /** Returns the names of types that were encountered but do not exist. */
  Set<String> missing() {
    return missing;
  }

  /** Returns the classes and interfaces that were encountered. */
  Set<TypeElement> elements() {
    return elements;
  }

  /**
   * Returns the upper bound of a type argument: the argument itself, or the bound of a wildcard;
   * empty if the wildcard has no upper bound.
   */
  static Optional<TypeMirror> upperBound(TypeMirror argument) {
    return argument instanceof WildcardType wildcard
        ? Optional.ofNullable(wildcard.getExtendsBound())
        : Optional.of(argument);
  }

  private TypeRef convert(TypeMirror mirror) {
    TypeKind kind = mirror.getKind();
    if (kind.isPrimitive() || kind == TypeKind.VOID) {
      return new TypeRef.Primitive(kind.name().toLowerCase(Locale.ROOT));
    }
    return switch (kind) {
      case DECLARED -> declared((DeclaredType) mirror);
      case ARRAY -> new TypeRef.Array(read(((ArrayType) mirror).getComponentType()));
      case WILDCARD -> wildcard((WildcardType) mirror);
      // The text of a type variable may begin with annotations.
      case TYPEVAR ->
          new TypeRef.Other(((TypeVariable) mirror).asElement().getSimpleName().toString());
      case ERROR -> missing((ErrorType) mirror);
      default -> new TypeRef.Other(mirror.toString());
    };
  }

  /**
   * Returns the enclosing type of an inner class, otherwise null: the enclosing type that some
   * compilers report for static nested types is ignored.
   */
  static @Nullable DeclaredType outer(DeclaredType type) {
    Element element = type.asElement();
    boolean inner =
        element.getKind() == ElementKind.CLASS
            && !element.getModifiers().contains(Modifier.STATIC)
            && element.getEnclosingElement() instanceof TypeElement around
            && !around.getKind().isInterface();
    return inner
            && type.getEnclosingType() instanceof DeclaredType outer
            && outer.getKind() == TypeKind.DECLARED
        ? outer
        : null;
  }

  private TypeRef missing(ErrorType type) {
    // In some compilers, a type is an error type if only a type argument is missing.
    if (type.asElement().asType().getKind() == TypeKind.DECLARED) {
      return declared(type);
    }
    // The compilers' texts of missing types may begin with annotations, or be no name.
    Element element = type.asElement();
    String name =
        element instanceof TypeElement named && !named.getQualifiedName().isEmpty()
            ? named.getQualifiedName().toString()
            : element.getSimpleName().toString();
    return wired
        .find(name, packageName)
        .orElseGet(
            () -> {
              missing.add(name);
              return new TypeRef.Other(name);
            });
  }

  private TypeRef wildcard(WildcardType wildcard) {
    if (wildcard.getExtendsBound() != null) {
      return new TypeRef.Wildcard(true, read(wildcard.getExtendsBound()));
    }
    if (wildcard.getSuperBound() != null) {
      return new TypeRef.Wildcard(false, read(wildcard.getSuperBound()));
    }
    return new TypeRef.Other("?");
  }

  private TypeRef declared(DeclaredType declared) {
    List<TypeRef> arguments =
        declared.getTypeArguments().stream().<TypeRef>map(this::read).toList();
    TypeRef.Declared type = declared((TypeElement) declared.asElement(), arguments);
    elements.add((TypeElement) declared.asElement());
    DeclaredType outer = outer(declared);
    return outer != null
            && read(outer) instanceof TypeRef.Declared enclosing
            && (!enclosing.arguments().isEmpty() || enclosing.enclosing() != null)
        ? new TypeRef.Declared(type.packageName(), type.simpleNames(), arguments, enclosing)
        : type;
  }

  /** Returns the model's type of an element, with the given arguments. */
  static TypeRef.Declared declared(TypeElement element, List<TypeRef> arguments) {
    Deque<String> simpleNames = new ArrayDeque<>();
    Element around = element;
    while (around != null && !(around instanceof PackageElement)) {
      if (around instanceof TypeElement) {
        simpleNames.addFirst(around.getSimpleName().toString());
      }
      around = around.getEnclosingElement();
    }
    String packageName =
        around instanceof PackageElement owner ? owner.getQualifiedName().toString() : "";
    return new TypeRef.Declared(packageName, List.copyOf(simpleNames), List.copyOf(arguments));
  }
}
