package io.stepwright.processor.discovery;

import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TypeRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Determines the JSON form of types. */
final class ShapeReader {

  private static final String MEDIUM = "io.stepwright.spi.Attachment";
  private static final String PROTOBUF_ENUM = "com.google.protobuf.ProtocolMessageEnum";

  private static final Set<String> TEXTS =
      Set.of(
          "java.lang.String",
          "java.lang.CharSequence",
          "java.lang.StringBuilder",
          "java.lang.Character",
          "java.util.UUID",
          "java.net.URI",
          "java.util.Locale",
          "java.util.Currency");

  private static final Set<String> NUMBERS =
      Set.of(
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.math.BigInteger",
          "java.math.BigDecimal");

  /** The primitive types whose arrays are supported. */
  private static final Set<String> ARRAYS = Set.of("int", "long", "double");

  /**
   * Limit of the parts of a value, which a few records can exceed. Larger values fit neither a
   * model's answer nor a prompt.
   */
  private static final int MOST_PARTS = 20_000;

  /** Limit of the nesting. A generic record can contain itself with ever new type arguments. */
  private static final int MOST_LEVELS = 100;

  private final Types types;
  private final UpperBounds bounds;
  private final TypeReader reader;
  private final Descriptions descriptions;
  private final NullnessReader nullness;
  private final Predicate<Element> inSource;
  private final LintKeys lint;
  private int parts;
  private int levels;

  /**
   * Creates a reader.
   *
   * @param inSource tells whether an element is declared in a source file of this compilation
   * @param lint receives the elements that the generated class will name
   */
  ShapeReader(
      Types types,
      TypeReader reader,
      Descriptions descriptions,
      NullnessReader nullness,
      Predicate<Element> inSource,
      LintKeys lint) {
    this.types = types;
    this.bounds = new UpperBounds(types);
    this.reader = reader;
    this.descriptions = descriptions;
    this.nullness = nullness;
    this.inSource = inSource;
    this.lint = lint;
  }

  Shape read(TypeMirror type) {
    parts = 0;
    Shape shape = read(type, new ArrayDeque<>());
    return parts > MOST_PARTS ? new Shape.Large(reader.read(type)) : shape;
  }

  /**
   * Reads one part of a value. Beyond the limits the result is discarded, so parts are not read
   * further.
   */
  private Shape read(TypeMirror mirror, Deque<TypeRef> enclosing) {
    parts = levels >= MOST_LEVELS ? MOST_PARTS + 1 : parts + 1;
    if (parts > MOST_PARTS) {
      parts = MOST_PARTS + 1;
      return new Shape.Opaque(reader.read(mirror), "");
    }
    levels++;
    Shape shape = read(mirror, reader.read(mirror), enclosing);
    levels--;
    return shape;
  }

  private Shape read(TypeMirror mirror, TypeRef type, Deque<TypeRef> enclosing) {
    if (type instanceof TypeRef.Primitive primitive) {
      return switch (primitive.name()) {
        case "boolean" -> new Shape.Bool(type);
        case "char" -> new Shape.Text(type);
        case "void" -> new Shape.Opaque(type, "");
        default -> new Shape.Numeric(type);
      };
    }
    if (type instanceof TypeRef.Array array && mirror instanceof ArrayType items) {
      return isWritten(array)
          ? new Shape.Sequence(type, read(items.getComponentType(), enclosing))
          : new Shape.Opaque(type, "");
    }
    if (!(type instanceof TypeRef.Declared declared)
        || !(mirror instanceof DeclaredType declaredMirror)
        || mirror.getKind() != TypeKind.DECLARED) {
      return new Shape.Opaque(type, "");
    }
    String name = declared.qualifiedName();
    if (TEXTS.contains(name) || declared.packageName().equals("java.time")) {
      return new Shape.Text(type);
    }
    if (NUMBERS.contains(name)) {
      return new Shape.Numeric(type);
    }
    if (name.equals("java.lang.Boolean")) {
      return new Shape.Bool(type);
    }
    return composite(declaredMirror, type, enclosing);
  }

  /**
   * Returns whether an array has a JSON form. Bytes are not text, and arrays of other primitives
   * are rare.
   */
  private static boolean isWritten(TypeRef.Array array) {
    return !(array.component() instanceof TypeRef.Primitive primitive)
        || ARRAYS.contains(primitive.name());
  }

  private Shape composite(DeclaredType mirror, TypeRef type, Deque<TypeRef> enclosing) {
    TypeElement element = (TypeElement) mirror.asElement();
    lint.type(mirror);
    if (isMedium(mirror)) {
      return new Shape.Medium(type);
    }
    if (Shape.History.is(type)) {
      return new Shape.History(type);
    }
    if (element.getKind() == ElementKind.ENUM || element.getKind() == ElementKind.RECORD) {
      lint.parts(element);
    }
    if (element.getKind() == ElementKind.ENUM) {
      return enumeration(element, type);
    }
    if (element.getKind() == ElementKind.RECORD) {
      return structure(mirror, element, type, enclosing);
    }
    String reason = "";
    if (element.getModifiers().contains(Modifier.SEALED)) {
      Shape choice = choice(mirror, type, enclosing);
      if (!(choice instanceof Shape.Opaque opaque)) {
        return choice;
      }
      reason = opaque.reason();
    }
    List<TypeMirror> value = arguments(mirror, "java.util.Optional");
    if (value.size() == 1) {
      return new Shape.Maybe(type, read(value.get(0), enclosing));
    }
    List<TypeMirror> keyAndValue = arguments(mirror, "java.util.Map");
    if (keyAndValue.size() == 2 && reader.read(keyAndValue.get(0)).isClass("java.lang.String")) {
      return new Shape.Mapping(type, read(keyAndValue.get(1), enclosing));
    }
    List<TypeMirror> item = arguments(mirror, "java.lang.Iterable");
    if (item.size() == 1 && reader.read(item.get(0)).equals(type)) {
      return new Shape.Opaque(type, ""); // Such as Path, whose items are paths themselves.
    }
    if (item.size() == 1) {
      return new Shape.Sequence(type, read(item.get(0), enclosing));
    }
    return new Shape.Opaque(type, reason);
  }

  /**
   * Reads a sealed interface of records, which may be permitted through further sealed interfaces.
   */
  private Shape choice(DeclaredType mirror, TypeRef type, Deque<TypeRef> enclosing) {
    if (enclosing.contains(type)) {
      return new Shape.Recursive(type);
    }
    PermittedRecords permitted = PermittedRecords.of(mirror, types, descriptions);
    if (!permitted.problem().isEmpty() || permitted.records().isEmpty()) {
      return new Shape.Opaque(type, permitted.problem());
    }
    enclosing.push(type);
    List<Shape.Structure> choices = new ArrayList<>();
    for (DeclaredType each : permitted.records()) {
      if (read(each, enclosing) instanceof Shape.Structure structure) {
        choices.add(structure);
      }
    }
    enclosing.pop();
    return choices.size() == permitted.records().size()
        ? new Shape.Choice(
            type, List.copyOf(choices), descriptions.of((TypeElement) mirror.asElement()))
        : new Shape.Opaque(type, "");
  }

  private Shape enumeration(TypeElement element, TypeRef type) {
    List<Shape.Constant> constants = new ArrayList<>();
    boolean protobuf =
        element.getInterfaces().stream().anyMatch(each -> each.toString().equals(PROTOBUF_ENUM));
    for (Element constant : descriptions.parts(element)) {
      String name = constant.getSimpleName().toString();
      // The constant stands for unknown numbers and has no number itself.
      boolean unknown = protobuf && name.equals("UNRECOGNIZED");
      constants.add(new Shape.Constant(name, descriptions.ofConstant(element, constant), !unknown));
    }
    return new Shape.Enumeration(type, constants, descriptions.of(element));
  }

  private Shape structure(
      DeclaredType mirror, TypeElement element, TypeRef type, Deque<TypeRef> enclosing) {
    if (enclosing.contains(type)) {
      return new Shape.Recursive(type);
    }
    enclosing.push(type);
    List<Shape.Component> components = new ArrayList<>();
    for (RecordComponentElement component : RecordComponents.of(element)) {
      ExecutableElement accessor = RecordComponents.accessor(component);
      TypeMirror componentType = bounds.returned(mirror, accessor);
      components.add(
          new Shape.Component(
              component.getSimpleName().toString(),
              read(componentType, enclosing),
              descriptions.of(element, component),
              nullness.ofComponent(component, componentType).isSaid(),
              inSource.test(element) ? RecordComponents.place(component) : null));
    }
    enclosing.pop();
    return new Shape.Structure(type, components, descriptions.of(element));
  }

  private boolean isMedium(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && (((TypeElement) ((DeclaredType) type).asElement())
                .getQualifiedName()
                .contentEquals(MEDIUM)
            || types.directSupertypes(type).stream().anyMatch(this::isMedium));
  }

  /**
   * Returns the type arguments with which a type extends a generic one; empty if it does not extend
   * it, or extends it as a raw type.
   */
  private List<TypeMirror> arguments(DeclaredType mirror, String generic) {
    TypeElement element = (TypeElement) mirror.asElement();
    if (element.getQualifiedName().contentEquals(generic)) {
      return withoutWildcards(mirror.getTypeArguments());
    }
    for (TypeMirror supertype : types.directSupertypes(mirror)) {
      if (supertype.getKind() == TypeKind.DECLARED) {
        List<TypeMirror> arguments = arguments((DeclaredType) supertype, generic);
        if (!arguments.isEmpty()) {
          return arguments;
        }
      }
    }
    return List.of();
  }

  private List<TypeMirror> withoutWildcards(List<? extends TypeMirror> arguments) {
    List<TypeMirror> upper = new ArrayList<>();
    for (TypeMirror argument : arguments) {
      Optional<TypeMirror> bound = TypeReader.upperBound(argument);
      if (bound.isEmpty()) {
        return List.of();
      }
      upper.add(bounds.of(bound.get()));
    }
    return upper;
  }
}
