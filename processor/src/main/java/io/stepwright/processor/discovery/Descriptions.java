package io.stepwright.processor.discovery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

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

    private static final JavadocText NONE = new JavadocText("", Map.of());
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern CODE = Pattern.compile("\\{@(?:code|literal)\\s+([^}]*)}");
    private static final Pattern LABELLED_LINK =
        Pattern.compile("\\{@link(?:plain)?\\s+\\S+\\s+([^}]*)}");
    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)?\\s+#?([^}]*)}");
    private static final Pattern HTML = Pattern.compile("</?[a-zA-Z][^>]*>");

    static JavadocText of(@Nullable String comment) {
      if (comment == null) {
        return NONE;
      }
      StringBuilder main = new StringBuilder();
      Map<String, StringBuilder> parameters = new LinkedHashMap<>();
      StringBuilder current = main;
      for (String line : LINE_END.split(comment)) {
        String text = line.strip();
        if (text.startsWith("@param ")) {
          String[] nameAndText = SPACE.split(text.substring("@param ".length()).strip(), 2);
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
      String text = javadoc.toString();
      text = CODE.matcher(text).replaceAll("$1");
      text = LABELLED_LINK.matcher(text).replaceAll("$1");
      text = LINK.matcher(text).replaceAll("$1");
      text = HTML.matcher(text).replaceAll(" ");
      return SPACE.matcher(text).replaceAll(" ").strip();
    }
  }
}
