package io.stepwright.processor.discovery;

import io.stepwright.processor.model.AnnotationModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.jspecify.annotations.Nullable;

/**
 * Writes values of annotations as source, with qualified names: the compilers' own texts are not
 * always source.
 */
final class AnnotationText extends SimpleAnnotationValueVisitor14<String, @Nullable Void> {

  private AnnotationText() {}

  /** The annotations of an element. */
  static List<AnnotationModel> of(Element element) {
    List<AnnotationModel> annotations = new ArrayList<>();
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      annotations.add(model(mirror));
    }
    return annotations;
  }

  /** One annotation. */
  static AnnotationModel model(AnnotationMirror mirror) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        mirror.getElementValues().entrySet()) {
      values.put(entry.getKey().getSimpleName().toString(), text(entry.getValue()));
    }
    TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
    return new AnnotationModel(TypeReader.declared(type, List.of()), values);
  }

  private static String text(AnnotationValue value) {
    return new AnnotationText().visit(value);
  }

  @Override
  protected String defaultAction(Object constant, @Nullable Void unused) {
    // Constants are written right by every compiler: quoted, escaped, with their suffixes.
    return constant.toString();
  }

  @Override
  public String visitString(String text, @Nullable Void unused) {
    return '"' + escape(text) + '"';
  }

  @Override
  public String visitChar(char character, @Nullable Void unused) {
    return character == '\'' ? "'\\''" : "'" + escape(String.valueOf(character)) + "'";
  }

  @Override
  public String visitLong(long number, @Nullable Void unused) {
    return number + "L";
  }

  @Override
  public String visitFloat(float number, @Nullable Void unused) {
    return number + "F";
  }

  @Override
  public String visitType(TypeMirror type, @Nullable Void unused) {
    return type + ".class";
  }

  @Override
  public String visitEnumConstant(VariableElement constant, @Nullable Void unused) {
    TypeElement type = (TypeElement) Objects.requireNonNull(constant.getEnclosingElement());
    return type.getQualifiedName() + "." + constant.getSimpleName();
  }

  @Override
  public String visitAnnotation(AnnotationMirror mirror, @Nullable Void unused) {
    AnnotationModel annotation = model(mirror);
    return annotation.values().entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining(", ", "@" + annotation.type().qualifiedName() + "(", ")"));
  }

  @Override
  public String visitArray(List<? extends AnnotationValue> values, @Nullable Void unused) {
    return values.stream().map(AnnotationText::text).collect(Collectors.joining(", ", "{", "}"));
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        escaped.append('\\').append(character);
      } else if (character < ' ') {
        // A Unicode escape of a line break would be one to the compiler.
        escaped.append(String.format(Locale.ROOT, "\\%03o", (int) character));
      } else if (character > '~') {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
      } else {
        escaped.append(character);
      }
    }
    return escaped.toString();
  }
}
