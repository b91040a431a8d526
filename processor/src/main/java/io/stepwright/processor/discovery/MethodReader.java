package io.stepwright.processor.discovery;

import io.stepwright.processor.model.ItemFailure;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads methods, their parameters and their results. */
final class MethodReader {

  private static final String FROM = "io.stepwright.From";
  private static final String EACH = "io.stepwright.Each";

  private final Types types;
  private final Elements elements;
  private final TypeReader reader;
  private final NullnessReader nullness;
  private final PackageElement from;
  private final Predicate<Element> inSource;
  private final LintKeys lint;

  /**
   * Creates a reader.
   *
   * @param from the package of the generated class
   * @param inSource tells whether an element is declared in a source file of this compilation
   * @param lint receives the elements that the generated class will name
   */
  MethodReader(
      Types types,
      Elements elements,
      TypeReader reader,
      NullnessReader nullness,
      PackageElement from,
      Predicate<Element> inSource,
      LintKeys lint) {
    this.types = types;
    this.elements = elements;
    this.reader = reader;
    this.nullness = nullness;
    this.from = from;
    this.inSource = inSource;
    this.lint = lint;
  }

  /** Reads a method, with the types that it has as a member of the agent. */
  MethodModel read(DeclaredType agent, ExecutableElement method) {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    ExecutableType type =
        (ExecutableType) (isStatic ? method.asType() : types.asMemberOf(agent, method));
    TypeElement owner = Members.owner(method);
    lint.method(method);
    lint.type(type.getReturnType());
    return new MethodModel(
        method.getSimpleName().toString(),
        parameters(method.getParameters(), type.getParameterTypes()),
        reader.read(type.getReturnType()),
        nullness.read(method, type.getReturnType()),
        readAll(type.getThrownTypes()),
        modifiers(method),
        access(method),
        TypeReader.declared(owner, List.of()),
        owner.getKind().isInterface(),
        SourcePlace.of(method));
  }

  /** Reads parameters, with the given types. */
  List<ParameterModel> parameters(
      List<? extends VariableElement> parameters, List<? extends TypeMirror> parameterTypes) {
    List<ParameterModel> read = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      VariableElement parameter = parameters.get(i);
      lint.type(parameterTypes.get(i));
      read.add(parameter(parameter, parameter, parameterTypes.get(i)));
    }
    return read;
  }

  /** Reads the components of a record as parameters. */
  List<ParameterModel> components(DeclaredType type, TypeElement element) {
    lint.parts(element);
    List<ParameterModel> read = new ArrayList<>();
    for (RecordComponentElement component : RecordComponents.of(element)) {
      TypeMirror componentType =
          new UpperBounds(types).returned(type, RecordComponents.accessor(component));
      read.add(parameter(component, RecordComponents.field(component), componentType));
    }
    return read;
  }

  /** Records that the generated class calls a constructor. */
  void used(ExecutableElement constructor) {
    lint.method(constructor);
  }

  Access access(ExecutableElement method) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.PUBLIC)) {
      return Access.PUBLIC;
    }
    if (modifiers.contains(Modifier.PRIVATE)) {
      return Access.PRIVATE;
    }
    if (modifiers.contains(Modifier.PROTECTED)) {
      return Access.PROTECTED;
    }
    return elements.getPackageOf(method).equals(from) ? Access.PACKAGE : Access.OTHER_PACKAGE;
  }

  List<TypeRef> readAll(List<? extends TypeMirror> mirrors) {
    List<TypeRef> read = new ArrayList<>();
    for (TypeMirror mirror : mirrors) {
      lint.type(mirror);
      read.add(reader.read(mirror));
    }
    return read;
  }

  /**
   * Removes the wrappers of a return type: first the future, then the report, then the {@code
   * Optional}.
   */
  static ValueModel peel(TypeRef returned) {
    TypeRef type = returned;
    TypeRef inFuture = argument(type, "java.util.concurrent.CompletableFuture");
    if (inFuture == null) {
      inFuture = argument(type, "java.util.concurrent.CompletionStage");
    }
    boolean future = inFuture != null;
    type = inFuture == null ? type : inFuture;
    TypeRef inReport = argument(type, "io.stepwright.runtime.AgentResult");
    boolean reported = inReport != null;
    type = inReport == null ? type : inReport;
    TypeRef inOptional = argument(type, "java.util.Optional");
    boolean optional = inOptional != null;
    type = inOptional == null ? type : inOptional;
    if ((future || reported) && type.isClass("java.lang.Void")) {
      type = new TypeRef.Primitive("void");
    }
    return new ValueModel(type, optional, future, reported);
  }

  /** Returns the list value of a fan-out, whose method is called once for each item. */
  ValueModel listed(ValueModel returned, ItemFailure onFailure) {
    if (returned.none()) {
      return new ValueModel(returned.type(), false, false, false);
    }
    TypeMirror item = reader.mirror(returned.type());
    if (item.getKind().isPrimitive()) {
      item = types.boxedClass((PrimitiveType) item).asType();
    }
    if (returned.optional() || onFailure == ItemFailure.LEAVE_EMPTY) {
      item = types.getDeclaredType(type("java.util.Optional"), item);
    }
    if (onFailure == ItemFailure.GIVE_FAILURE) {
      item = types.getDeclaredType(type("io.stepwright.runtime.ItemResult"), item);
    }
    return new ValueModel(
        reader.read(types.getDeclaredType(type("java.util.List"), item)), false, false, false);
  }

  private TypeElement type(String name) {
    return Objects.requireNonNull(elements.getTypeElement(name), name);
  }

  private static @Nullable TypeRef argument(TypeRef type, String generic) {
    return type.isClass(generic)
            && type instanceof TypeRef.Declared declared
            && declared.arguments().size() == 1
        ? declared.arguments().get(0)
        : null;
  }

  private ParameterModel parameter(Element annotated, Element place, TypeMirror type) {
    String name = annotated.getSimpleName().toString();
    Named from =
        AnnotationReader.of(annotated, FROM)
            .or(() -> AnnotationReader.of(place, FROM))
            .map(annotation -> new Named(annotation.string("value"), annotation.place("value")))
            .orElse(null);
    ParameterModel.EachText each =
        AnnotationReader.of(annotated, EACH).map(MethodReader::each).orElse(null);
    boolean nameKnown = inSource.test(annotated) || !name.matches("arg\\d+");
    return new ParameterModel(
        name,
        nameKnown,
        reader.read(type),
        from,
        each,
        nullness.read(place, type),
        SourcePlace.of(place));
  }

  private static ParameterModel.EachText each(AnnotationReader annotation) {
    return new ParameterModel.EachText(
        new Named(annotation.string("value"), annotation.place("value")),
        (int) annotation.number("atOnce", 16),
        annotation.place("atOnce"),
        ItemFailure.of(annotation.constant("onFailure")),
        annotation.place("onFailure"));
  }

  private static Set<MethodModel.Modifier> modifiers(ExecutableElement method) {
    Set<MethodModel.Modifier> modifiers = EnumSet.noneOf(MethodModel.Modifier.class);
    if (method.getModifiers().contains(Modifier.ABSTRACT)) {
      modifiers.add(MethodModel.Modifier.ABSTRACT);
    }
    if (method.getModifiers().contains(Modifier.FINAL)) {
      modifiers.add(MethodModel.Modifier.FINAL);
    }
    if (method.getModifiers().contains(Modifier.STATIC)) {
      modifiers.add(MethodModel.Modifier.STATIC);
    }
    if (!method.getTypeParameters().isEmpty()) {
      modifiers.add(MethodModel.Modifier.GENERIC);
    }
    if (method.isVarArgs()) {
      modifiers.add(MethodModel.Modifier.VARARGS);
    }
    return modifiers;
  }
}
