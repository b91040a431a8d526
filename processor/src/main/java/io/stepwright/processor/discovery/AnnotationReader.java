package io.stepwright.processor.discovery;

import io.stepwright.processor.model.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Reads one annotation on one element, with the positions of its values. */
final class AnnotationReader {

  private final Element element;
  private final AnnotationMirror mirror;

  private AnnotationReader(Element element, AnnotationMirror mirror) {
    this.element = element;
    this.mirror = mirror;
  }

  static Optional<AnnotationReader> of(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation)) {
        return Optional.of(new AnnotationReader(element, mirror));
      }
    }
    return Optional.empty();
  }

  /** Returns whether the annotation is of a type. */
  boolean isOf(String annotation) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(annotation);
  }

  /** Returns the position of the annotation. */
  SourcePlace place() {
    return SourcePlace.of(element, mirror);
  }

  /** Returns the position of a value; that of the annotation if the value is not written. */
  SourcePlace place(String name) {
    return new SourcePlace(element, mirror, written(name));
  }

  /** Returns a string value, or its default if it is not written; empty if there is neither. */
  String string(String name) {
    return value(name) instanceof String text ? text : "";
  }

  /** Returns a string value with its position, or null if it is empty. */
  @Nullable Named named(String name) {
    String text = string(name);
    return text.isEmpty() ? null : new Named(text, place(name));
  }

  /** Returns the strings of an array value. */
  List<String> strings(String name) {
    return namedStrings(name).stream().map(Named::text).toList();
  }

  /** Returns the strings of an array value, each with its position. */
  List<Named> namedStrings(String name) {
    List<Named> strings = new ArrayList<>();
    if (value(name) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof AnnotationValue each && each.getValue() instanceof String text) {
          strings.add(new Named(text, new SourcePlace(element, mirror, each)));
        }
      }
    } else if (value(name) instanceof String text) {
      strings.add(new Named(text, place(name)));
    }
    return strings;
  }

  /** Returns the annotations of an array value. */
  List<AnnotationReader> nested(String name) {
    List<AnnotationReader> nested = new ArrayList<>();
    Object value = value(name);
    for (Object item : value instanceof List<?> items ? items : List.of()) {
      if (item instanceof AnnotationValue each && each.getValue() instanceof AnnotationMirror one) {
        nested.add(new AnnotationReader(element, one));
      }
    }
    return nested;
  }

  /** Returns the names of the enum constants of an array value. */
  List<String> constants(String name) {
    List<String> constants = new ArrayList<>();
    Object value = value(name);
    for (Object item : value instanceof List<?> items ? items : List.of()) {
      if (item instanceof AnnotationValue each && each.getValue() instanceof VariableElement one) {
        constants.add(one.getSimpleName().toString());
      }
    }
    return constants;
  }

  /** Returns the name of an enum constant; empty if there is none. */
  String constant(String name) {
    return value(name) instanceof VariableElement one ? one.getSimpleName().toString() : "";
  }

  /** Returns a number; {@code otherwise} if there is none. */
  double number(String name, double otherwise) {
    return value(name) instanceof Number number ? number.doubleValue() : otherwise;
  }

  /** Returns whether a boolean value is true. */
  boolean flag(String name) {
    return Boolean.TRUE.equals(value(name));
  }

  private @Nullable Object value(String name) {
    AnnotationValue written = written(name);
    if (written != null) {
      return written.getValue();
    }
    for (Element member : mirror.getAnnotationType().asElement().getEnclosedElements()) {
      if (member instanceof ExecutableElement method
          && method.getSimpleName().contentEquals(name)
          && method.getDefaultValue() != null) {
        return method.getDefaultValue().getValue();
      }
    }
    return null;
  }

  private @Nullable AnnotationValue written(String name) {
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(name)) {
        return entry.getValue();
      }
    }
    return null;
  }
}
