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
 * Turns the compiler's types into the model's, and back. Remembers types that do not exist: another
 * processor may still generate them.
 */
final class TypeReader {

  private final Map<TypeRef, TypeMirror> mirrors = new HashMap<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final Set<TypeElement> elements = new LinkedHashSet<>();
  private final WiredNames wired;
  private final String packageName;

  /**
   * A reader.
   *
   * @param wired the classes that are about to be written
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

  /** The compiler's type of one that was read before. */
  TypeMirror mirror(TypeRef type) {
    TypeMirror mirror = mirrors.get(type);
    if (mirror == null) {
      throw new IllegalArgumentException("never read: " + type.display());
    }
    return mirror;
  }

  /** The names of types that were met and do not exist. */
  Set<String> missing() {
    return missing;
  }

  /** The classes and interfaces that were met. */
  Set<TypeElement> elements() {
    return elements;
  }

  /** What every value of a type argument is: the argument, or the upper bound of a wildcard. */
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
      // Its text may have annotations in front.
      case TYPEVAR ->
          new TypeRef.Other(((TypeVariable) mirror).asElement().getSimpleName().toString());
      case ERROR -> missing((ErrorType) mirror);
      default -> new TypeRef.Other(mirror.toString());
    };
  }

  /** The enclosing type of an inner class; some compilers have one for nested types, too. */
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
    // In some compilers, only a type argument does not exist.
    if (type.asElement().asType().getKind() == TypeKind.DECLARED) {
      return declared(type);
    }
    // The compilers' own texts of such types may have annotations in front, or name no type.
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

  /** The model's type of an element, with the given arguments. */
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
