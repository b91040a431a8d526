package io.stepwright.processor.discovery;

import io.stepwright.processor.model.AnnotationModel;
import io.stepwright.processor.model.AnnotationModel.ClassLiteral;
import io.stepwright.processor.model.AnnotationModel.Constant;
import io.stepwright.processor.model.AnnotationModel.EnumConstant;
import io.stepwright.processor.model.AnnotationModel.Items;
import io.stepwright.processor.model.AnnotationModel.Nested;
import io.stepwright.processor.model.AnnotationModel.Value;
import io.stepwright.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Reads the annotations that the generated class repeats: those of constructors and of their
 * parameters, and null annotations. Annotations that the generated class cannot name are left out.
 */
final class RepeatedAnnotations {

  private final TypeAccess access;
  private final TypeReader reader;
  private final LintKeys lint;

  /**
   * Creates a reader.
   *
   * @param lint receives the elements that the generated class will name
   */
  RepeatedAnnotations(TypeAccess access, TypeReader reader, LintKeys lint) {
    this.access = access;
    this.reader = reader;
    this.lint = lint;
  }

  /**
   * Returns the annotations of a constructor or a parameter, without those of its type. Null
   * annotations of parameters are left to {@link NullnessReader}.
   */
  List<AnnotationModel> of(Element element) {
    boolean parameter = element.getKind() == ElementKind.PARAMETER;
    String target = parameter ? "PARAMETER" : "CONSTRUCTOR";
    List<AnnotationModel> annotations = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (isMeantFor(target, mirror.getAnnotationType().asElement())
          && !(parameter && NullnessReader.isNullable(mirror))) {
        model(mirror).ifPresent(annotations::add);
      }
    }
    return annotations;
  }

  private static boolean isMeantFor(String target, Element annotation) {
    return AnnotationReader.of(annotation, "java.lang.annotation.Target")
        .map(targets -> targets.constants("value").contains(target))
        .orElse(true);
  }

  /** Reads an annotation; empty if generated code cannot name it or one of its values. */
  Optional<AnnotationModel> model(AnnotationMirror mirror) {
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    lint.element(type);
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      Value value = entry.getValue().accept(new Reader(), null);
      if (value == null) {
        return Optional.empty();
      }
      values.put(entry.getKey().getSimpleName().toString(), value);
    }
    return access.canName(type)
        ? Optional.of(new AnnotationModel(TypeReader.declared(type, List.of()), values))
        : Optional.empty();
  }

  /** Reads one value; null if generated code cannot name it. */
  private final class Reader
      extends SimpleAnnotationValueVisitor14<@Nullable Value, @Nullable Void> {

    @Override
    protected Value defaultAction(Object constant, @Nullable Void unused) {
      return new Constant(constant);
    }

    @Override
    public @Nullable Value visitType(TypeMirror type, @Nullable Void unused) {
      lint.type(type);
      return access.canName(type) ? new ClassLiteral(raw(reader.read(type))) : null;
    }

    private static TypeRef raw(TypeRef type) {
      return type instanceof TypeRef.Declared declared
          ? new TypeRef.Declared(declared.packageName(), declared.simpleNames(), List.of())
          : type;
    }

    @Override
    public @Nullable Value visitEnumConstant(VariableElement constant, @Nullable Void unused) {
      lint.element(constant);
      TypeElement type = (TypeElement) Objects.requireNonNull(constant.getEnclosingElement());
      return access.canName(type)
          ? new EnumConstant(
              TypeReader.declared(type, List.of()), constant.getSimpleName().toString())
          : null;
    }

    @Override
    public @Nullable Value visitAnnotation(AnnotationMirror mirror, @Nullable Void unused) {
      return model(mirror).map(Nested::new).orElse(null);
    }

    @Override
    public @Nullable Value visitArray(
        List<? extends AnnotationValue> values, @Nullable Void unused) {
      List<Value> items = new ArrayList<>();
      for (AnnotationValue each : values) {
        Value item = each.accept(this, null);
        if (item == null) {
          return null;
        }
        items.add(item);
      }
      return new Items(items);
    }
  }
}
