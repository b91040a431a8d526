package io.stepwright.processor.discovery;

import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** What records declare, as every compiler tells it. */
final class RecordComponents {

  private RecordComponents() {}

  /** The components of a type; none if it is no record, where some compilers throw. */
  static List<? extends RecordComponentElement> of(TypeElement type) {
    return type.getKind() == ElementKind.RECORD ? type.getRecordComponents() : List.of();
  }

  /** The method that reads a component. */
  static ExecutableElement accessor(RecordComponentElement component) {
    // ecj 3.42 to 3.44 knows no accessor of a component, but has it among the methods.
    @Nullable ExecutableElement known = component.getAccessor();
    return known != null ? known : byName(component);
  }

  /** The field of a component: it has a position in every compiler, the component in some. */
  static VariableElement field(RecordComponentElement component) {
    return ElementFilter.fieldsIn(owner(component).getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .orElseThrow();
  }

  /** Where a component stands. */
  static SourcePlace place(RecordComponentElement component) {
    return SourcePlace.of(field(component));
  }

  private static TypeElement owner(RecordComponentElement component) {
    return (TypeElement) Objects.requireNonNull(component.getEnclosingElement());
  }

  private static ExecutableElement byName(RecordComponentElement component) {
    TypeElement owner = owner(component);
    return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().equals(component.getSimpleName()))
        .filter(method -> method.getParameters().isEmpty())
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no accessor of %s.%s".formatted(owner, component)));
  }
}
