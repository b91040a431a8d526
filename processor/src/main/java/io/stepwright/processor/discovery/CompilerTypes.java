package io.stepwright.processor.discovery;

import io.stepwright.processor.model.DescriptionLoss;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Answers queries about types with the compiler's help. */
final class CompilerTypes implements Types {

  private final javax.lang.model.util.Types types;
  private final TypeReader reader;
  private final AccessorReader accessors;
  private final ShapeReader shapes;
  private final MethodReader methods;
  private final TypeAccess access;
  private final Descriptions descriptions;
  private final LintKeys lint;
  private final Map<TypeRef, Shape> shapesOfTypes = new HashMap<>();
  private final Map<TypeRef, Map<String, Accessor>> accessorsOfTypes = new HashMap<>();

  CompilerTypes(
      javax.lang.model.util.Types types,
      TypeReader reader,
      AccessorReader accessors,
      ShapeReader shapes,
      MethodReader methods,
      TypeAccess access,
      Descriptions descriptions,
      LintKeys lint) {
    this.types = types;
    this.reader = reader;
    this.accessors = accessors;
    this.shapes = shapes;
    this.methods = methods;
    this.access = access;
    this.descriptions = descriptions;
    this.lint = lint;
  }

  @Override
  public boolean assignable(TypeRef from, TypeRef to) {
    if (from.equals(to)) {
      return true;
    }
    if (from.isVoid() || to.isVoid()) {
      return false;
    }
    TypeMirror source = reader.mirror(from);
    TypeMirror target = reader.mirror(to);
    // {@code isAssignable} alone would accept a raw {@code List} as a {@code List<String>}.
    if (source.getKind().isPrimitive() && target.getKind().isPrimitive()) {
      return types.isAssignable(source, target);
    }
    if (source.getKind().isPrimitive()) {
      return types.isSubtype(types.boxedClass((PrimitiveType) source).asType(), target);
    }
    if (target.getKind().isPrimitive()) {
      return unboxed(source).map(primitive -> types.isSubtype(primitive, target)).orElse(false);
    }
    return types.isSubtype(source, target) && !throughRawType(source, target);
  }

  /**
   * Returns whether the source type extends the target type only through a raw type, which some
   * compilers accept.
   */
  private boolean throughRawType(TypeMirror source, TypeMirror target) {
    if (!(source instanceof DeclaredType from)
        || !(target instanceof DeclaredType to)
        || to.getTypeArguments().isEmpty()) {
      return false;
    }
    if (from.asElement().equals(to.asElement())) {
      return from.getTypeArguments().isEmpty();
    }
    return types.directSupertypes(from).stream()
        .filter(supertype -> types.isSubtype(types.erasure(supertype), types.erasure(target)))
        .allMatch(supertype -> throughRawType(supertype, target));
  }

  @Override
  public TypeRef boxed(TypeRef type) {
    TypeMirror mirror = reader.mirror(type);
    return mirror.getKind().isPrimitive()
        ? reader.read(types.boxedClass((PrimitiveType) mirror).asType())
        : type;
  }

  @Override
  public boolean accessible(TypeRef type) {
    return access.canName(reader.mirror(type));
  }

  @Override
  public boolean complete() {
    return reader.missing().isEmpty();
  }

  @Override
  public boolean isExceptionOrError(TypeRef thrown) {
    TypeMirror type = reader.mirror(thrown);
    while (type.getKind() == TypeKind.DECLARED) {
      TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
      Name name = element.getQualifiedName();
      if (name.contentEquals("java.lang.Exception") || name.contentEquals("java.lang.Error")) {
        return true;
      }
      type = element.getSuperclass();
    }
    return type.getKind() == TypeKind.ERROR; // The compiler reports missing types.
  }

  @Override
  public boolean makeable(TypeRef type) {
    return reader.mirror(type) instanceof DeclaredType declared && access.canMake(declared);
  }

  @Override
  public String whyNoAccessor(TypeRef type, String name) {
    return accessors.whyNone(reader.mirror(type), name);
  }

  @Override
  public Optional<Accessor> accessor(TypeRef type, String name) {
    Accessor accessor = accessorsOf(type).get(name);
    if (accessor != null) {
      accessors.method(accessor).ifPresent(lint::element);
    }
    return Optional.ofNullable(accessor);
  }

  @Override
  public List<String> accessorNames(TypeRef type) {
    return List.copyOf(accessorsOf(type).keySet());
  }

  @Override
  public Shape shape(TypeRef type) {
    Shape known = shapesOfTypes.get(type);
    if (known == null) {
      known = shapes.read(reader.mirror(type));
      shapesOfTypes.put(type, known);
    }
    return known;
  }

  @Override
  public DescriptionLoss descriptionLoss(TypeRef type) {
    return descriptions.lossOf(element(type));
  }

  /** Returns the element of a class or interface that was read before. */
  TypeElement element(TypeRef type) {
    return (TypeElement) ((DeclaredType) reader.mirror(type)).asElement();
  }

  @Override
  public Optional<List<ParameterModel>> components(TypeRef type) {
    if (!(reader.mirror(type) instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || element.getKind() != ElementKind.RECORD) {
      return Optional.empty();
    }
    return Optional.of(methods.components(declared, element));
  }

  @Override
  public Set<String> lintKeys() {
    return Set.copyOf(lint.keys());
  }

  private Map<String, Accessor> accessorsOf(TypeRef type) {
    Map<String, Accessor> known = accessorsOfTypes.get(type);
    if (known == null) {
      known = new LinkedHashMap<>();
      for (Accessor accessor : accessors.of(reader.mirror(type))) {
        known.putIfAbsent(accessor.name(), accessor);
      }
      accessorsOfTypes.put(type, known);
    }
    return known;
  }

  private Optional<TypeMirror> unboxed(TypeMirror type) {
    try {
      return Optional.of(types.unboxedType(type));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // The compiler API signals a type that is no box by this exception.
    }
  }
}
