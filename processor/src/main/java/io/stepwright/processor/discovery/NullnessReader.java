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

/**
 * Reads annotations called {@code Nullable}, of whatever package, from declarations and from types.
 */
final class NullnessReader {

  private final RepeatedAnnotations annotations;

  NullnessReader(RepeatedAnnotations annotations) {
    this.annotations = annotations;
  }

  /** What a parameter, a component or the result of a method says, which is of the given type. */
  Nullness read(Element declaration, TypeMirror type) {
    Nullness said = read(type);
    List<AnnotationModel> declared = new ArrayList<>(nullable(declaration));
    // Some annotate both at once; in source that is one annotation, and the type's is more exact.
    declared.removeAll(foremost(type, said).type());
    return new Nullness(declared, said.type(), said.parts());
  }

  /** What a component of a record says: the compiler moves its annotations to where they belong. */
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

  /** The parts of a type, in the order in which {@link TypeReader} reads them. */
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

  /** The type before which an annotation of the declaration stands: an array's last component. */
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
