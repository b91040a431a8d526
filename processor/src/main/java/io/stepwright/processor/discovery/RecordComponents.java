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

/** Reads records in a way that works with every compiler. */
final class RecordComponents {

  private RecordComponents() {}

  /**
   * Returns the components of a type; empty if it is not a record, for which some compilers throw.
   */
  static List<? extends RecordComponentElement> of(TypeElement type) {
    return type.getKind() == ElementKind.RECORD ? type.getRecordComponents() : List.of();
  }

  /** Returns the method that reads a component. */
  static ExecutableElement accessor(RecordComponentElement component) {
    // ecj 3.42 to 3.44 returns no accessor of a component, but lists it among the methods.
    @Nullable ExecutableElement known = component.getAccessor();
    return known != null ? known : byName(component);
  }

  /**
   * Returns the field of a component. It has a position in every compiler, the component only in
   * some.
   */
  static VariableElement field(RecordComponentElement component) {
    return ElementFilter.fieldsIn(owner(component).getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the position of a component. */
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
