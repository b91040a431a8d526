package io.stepwright.processor.discovery;

import io.stepwright.processor.model.AnnotationModel;
import io.stepwright.processor.model.Nullness;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Reads annotations called {@code Nullable}, of any package, on declarations and types. */
final class NullnessReader {

  private final RepeatedAnnotations annotations;

  NullnessReader(RepeatedAnnotations annotations) {
    this.annotations = annotations;
  }

  /**
   * Reads the annotations of a parameter, a component or a method's result, whose type is given.
   */
  Nullness read(Element declaration, TypeMirror type) {
    Nullness said = read(type);
    List<AnnotationModel> declared = new ArrayList<>(nullable(declaration));
    // An annotation whose targets include both declarations and types appears on both; the position
    // on the type is more exact.
    declared.removeAll(foremost(type, said).type());
    return new Nullness(declared, said.type(), said.parts());
  }

  /**
   * Reads the annotations of a record component. The compiler moves them to the members for which
   * they are meant.
   */
  Nullness ofComponent(RecordComponentElement component, TypeMirror type) {
    Nullness said = read(component, type);
    Nullness ofAccessor = read(RecordComponents.accessor(component), type);
    return ofAccessor.isSaid() ? ofAccessor : said;
  }

  private Nullness read(TypeMirror type) {
    List<Nullness> parts = parts(type).stream().map(this::read).toList();
    boolean partsSay = parts.stream().anyMatch(Nullness::isSaid);
    return new Nullness(List.of(), nullable(type), partsSay ? parts : List.of());
  }

  /** Returns the parts of a type, in the order in which {@link TypeReader} reads them. */
  private static List<TypeMirror> parts(TypeMirror type) {
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
    return type instanceof DeclaredType declared
        ? List.copyOf(declared.getTypeArguments())
        : List.of();
  }

  /**
   * Returns the annotations of the type to which an annotation before the declaration applies: for
   * an array, those of its innermost component.
   */
  private static Nullness foremost(TypeMirror type, Nullness said) {
    return type instanceof ArrayType array
        ? foremost(array.getComponentType(), said.part(0))
        : said;
  }

  private List<AnnotationModel> nullable(AnnotatedConstruct annotated) {
    List<AnnotationModel> found = new ArrayList<>();
    for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
      if (isNullable(mirror)) {
        annotations.model(mirror).ifPresent(found::add);
      }
    }
    return found;
  }

  static boolean isNullable(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
  }
}
