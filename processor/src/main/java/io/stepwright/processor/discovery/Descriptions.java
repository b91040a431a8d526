package io.stepwright.processor.discovery;

import io.stepwright.processor.comments.CommentsFiles;
import io.stepwright.processor.comments.JavadocText;
import io.stepwright.processor.comments.TypeComments;
import io.stepwright.processor.model.DescriptionLoss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The descriptions of types and tools that a model is given: the text of {@code @Describe},
 * otherwise the Javadoc. Class files have no Javadoc, so it is stored beside them when they are
 * compiled.
 */
final class Descriptions {

  private static final String DESCRIBE = "io.stepwright.Describe";

  private final Elements elements;
  private final Predicate<Element> inSource;
  private final CommentsFiles files;
  private final Map<TypeElement, TypeComments> known = new HashMap<>();

  /**
   * Creates a reader.
   *
   * @param inSource tells whether an element is declared in a source file of this compilation
   */
  Descriptions(Elements elements, Predicate<Element> inSource, CommentsFiles files) {
    this.elements = elements;
    this.inSource = inSource;
    this.files = files;
  }

  /** Returns the description of a type. */
  String of(TypeElement type) {
    return annotated(type).orElseGet(() -> comments(type).main());
  }

  /** Returns the description of an enum constant. */
  String ofConstant(TypeElement type, Element constant) {
    return annotated(constant)
        .orElseGet(() -> comments(type).part(constant.getSimpleName().toString()));
  }

  /** Returns the parts of a type in the order of their declaration. */
  List<Element> parts(TypeElement type) {
    List<Element> parts = new ArrayList<>(TypeParts.of(type));
    // The stored comments have the order, because compilers read parts from class files in other
    // orders.
    List<String> declared = List.copyOf(comments(type).parts().keySet());
    if (declared.containsAll(partNames(type))) {
      parts.sort(Comparator.comparingInt(part -> declared.indexOf(TypeParts.name(part))));
    }
    return parts;
  }

  /** Returns the description of a record component. */
  String of(TypeElement type, RecordComponentElement component) {
    return annotatedPart(component)
        .orElseGet(() -> comments(type).part(component.getSimpleName().toString()));
  }

  /** Returns the description of a tool. */
  String ofTool(ExecutableElement tool) {
    return annotated(tool).orElseGet(() -> comments(Members.owner(tool)).part(key(tool, "")));
  }

  /**
   * Returns the names of the parameters of a tool. For a tool of a class file they are those of the
   * stored comments, because class files have lost them unless they were compiled with {@code
   * -parameters}.
   */
  List<String> parameterNames(ExecutableElement tool) {
    List<String> stored = new ArrayList<>();
    String prefix = key(tool, "").substring(0, key(tool, "").length() - 1);
    for (String key : comments(Members.owner(tool)).parts().keySet()) {
      if (key.startsWith(prefix) && !key.equals(key(tool, ""))) {
        stored.add(key.substring(prefix.length(), key.length() - 1));
      }
    }
    return stored.size() == tool.getParameters().size() && !inSource.test(tool)
        ? stored
        : tool.getParameters().stream().map(each -> each.getSimpleName().toString()).toList();
  }

  /**
   * Returns the description of a parameter of a tool.
   *
   * @param name the name of the parameter in the source
   */
  String ofParameter(ExecutableElement tool, VariableElement parameter, String name) {
    return annotated(parameter)
        .orElseGet(() -> comments(Members.owner(tool)).part(key(tool, name)));
  }

  /** Returns whether, and why, comments of a tool may be missing. */
  DescriptionLoss lossOfTool(ExecutableElement tool) {
    TypeElement type = Members.owner(tool);
    if (inSource.test(type) || annotated(tool).isPresent()) {
      return DescriptionLoss.NONE;
    }
    Optional<TypeComments> kept = kept(type);
    if (kept.isPresent()) {
      return kept.get().parts().containsKey(key(tool, ""))
          ? DescriptionLoss.NONE
          : DescriptionLoss.OLDER_FILE;
    }
    return files.isInOutput(packageOf(type), simpleBinaryName(type) + ".class")
        ? DescriptionLoss.EARLIER_COMPILATION
        : DescriptionLoss.OTHER_MODULE;
  }

  /**
   * Returns the name of the comment of a tool or of one of its parameters among the comments of its
   * type: {@code orders()} or {@code orders(status)}.
   */
  private static String key(ExecutableElement tool, String parameter) {
    return ToolReader.name(tool) + "(" + parameter + ")";
  }

  /** Returns whether, and why, comments of a type may be missing. */
  DescriptionLoss lossOf(TypeElement type) {
    if (inSource.test(type) || isDescribed(type)) {
      return DescriptionLoss.NONE;
    }
    Optional<TypeComments> kept = kept(type);
    if (kept.isPresent()) {
      return kept.get().parts().keySet().containsAll(partNames(type))
          ? DescriptionLoss.NONE
          : DescriptionLoss.OLDER_FILE;
    }
    if (files.isInOutput(packageOf(type), simpleBinaryName(type) + ".class")) {
      return DescriptionLoss.EARLIER_COMPILATION;
    }
    return type.getKind() == ElementKind.RECORD
        ? DescriptionLoss.OTHER_MODULE
        : DescriptionLoss.NONE;
  }

  /** Returns the comments of a type: those in its source, otherwise the stored ones. */
  TypeComments comments(TypeElement type) {
    TypeComments comments = known.get(type);
    if (comments == null) {
      comments = inSource.test(type) ? written(type) : kept(type).orElse(TypeComments.NONE);
      known.put(type, comments);
    }
    return comments;
  }

  private TypeComments written(TypeElement type) {
    TypeComments javadoc = JavadocText.of(elements.getDocComment(type));
    Map<String, String> parts = new LinkedHashMap<>();
    for (Element part : TypeParts.of(type)) {
      String name = TypeParts.name(part);
      parts.put(
          name,
          part.getKind() == ElementKind.ENUM_CONSTANT
              ? JavadocText.of(elements.getDocComment(part)).main()
              : javadoc.part(name));
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (AnnotationReader.of(method, ToolReader.TOOL).isPresent()) {
        tool(method, parts);
      }
    }
    return new TypeComments(javadoc.main(), parts);
  }

  private void tool(ExecutableElement method, Map<String, String> parts) {
    TypeComments javadoc = JavadocText.of(elements.getDocComment(method));
    parts.put(key(method, ""), javadoc.main());
    for (VariableElement parameter : method.getParameters()) {
      String name = parameter.getSimpleName().toString();
      parts.put(key(method, name), javadoc.part(name));
    }
  }

  private Optional<TypeComments> kept(TypeElement type) {
    ModuleElement module = elements.getModuleOf(type);
    return files.find(
        elements.getBinaryName(type).toString(),
        module == null ? "" : module.getQualifiedName().toString());
  }

  private static boolean isDescribed(TypeElement type) {
    return annotated(type).isPresent()
        || TypeParts.of(type).stream()
            .anyMatch(part -> !(part instanceof TypeElement) && annotatedPart(part).isPresent());
  }

  private static List<String> partNames(TypeElement type) {
    return TypeParts.of(type).stream().map(TypeParts::name).toList();
  }

  private String packageOf(TypeElement type) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }

  private String simpleBinaryName(TypeElement type) {
    String name = elements.getBinaryName(type).toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Optional<String> annotatedPart(Element part) {
    return annotated(part)
        .or(
            () ->
                part instanceof RecordComponentElement component
                    ? annotated(RecordComponents.field(component))
                    : Optional.empty());
  }

  private static Optional<String> annotated(Element element) {
    return AnnotationReader.of(element, DESCRIBE)
        .map(describe -> describe.string("value"))
        .filter(text -> !text.isEmpty());
  }
}
