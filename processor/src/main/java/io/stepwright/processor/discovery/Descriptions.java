package io.stepwright.processor.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The descriptions that a model is given: what {@code @Describe} says, else the Javadoc. Class
 * files have no Javadoc, so for types of dependencies only the annotation counts.
 */
final class Descriptions {

  private static final String DESCRIBE = "io.stepwright.Describe";

  private final Elements elements;

  Descriptions(Elements elements) {
    this.elements = elements;
  }

  /** The description of a type or a constant. */
  Optional<String> of(Element element) {
    return annotated(element)
        .or(() -> Optional.of(JavadocText.of(elements.getDocComment(element)).main()))
        .filter(text -> !text.isEmpty());
  }

  /** The description of a component of a record. */
  Optional<String> of(TypeElement type, RecordComponentElement component) {
    Optional<String> annotated = annotated(component).or(() -> annotatedField(type, component));
    return annotated
        .or(
            () ->
                Optional.ofNullable(
                    JavadocText.of(elements.getDocComment(type))
                        .parameters()
                        .get(component.getSimpleName().toString())))
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> annotatedField(
      TypeElement type, RecordComponentElement component) {
    return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().equals(component.getSimpleName()))
        .findFirst()
        .flatMap(Descriptions::annotated);
  }

  private static Optional<String> annotated(Element element) {
    return AnnotationReader.of(element, DESCRIBE).map(describe -> describe.string("value"));
  }

  /** The parts of a Javadoc comment that are descriptions, as plain text. */
  private record JavadocText(String main, Map<String, String> parameters) {

    static JavadocText of(@org.jspecify.annotations.Nullable String comment) {
      StringBuilder main = new StringBuilder();
      Map<String, StringBuilder> parameters = new LinkedHashMap<>();
      StringBuilder current = main;
      for (String line : comment == null ? new String[0] : comment.split("\\R")) {
        String text = line.strip();
        if (text.startsWith("@param ")) {
          String[] nameAndText = text.substring("@param ".length()).strip().split("\\s+", 2);
          current = new StringBuilder(nameAndText.length == 2 ? nameAndText[1] : "");
          parameters.put(nameAndText[0], current);
        } else if (text.startsWith("@")) {
          current = new StringBuilder();
        } else {
          current.append(' ').append(text);
        }
      }
      Map<String, String> texts = new LinkedHashMap<>();
      parameters.forEach((name, text) -> texts.put(name, plain(text)));
      return new JavadocText(plain(main), texts);
    }

    private static String plain(CharSequence javadoc) {
      return javadoc
          .toString()
          .replaceAll("\\{@(?:code|literal)\\s+([^}]*)}", "$1")
          .replaceAll("\\{@link(?:plain)?\\s+\\S+\\s+([^}]*)}", "$1")
          .replaceAll("\\{@link(?:plain)?\\s+#?([^}]*)}", "$1")
          .replaceAll("</?[a-zA-Z][^>]*>", " ")
          .replaceAll("\\s+", " ")
          .strip();
    }
  }
}
