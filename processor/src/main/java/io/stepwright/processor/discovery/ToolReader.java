package io.stepwright.processor.discovery;

import io.stepwright.processor.comments.JavadocText;
import io.stepwright.processor.comments.TypeComments;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Reads methods with {@code @Tool}. */
final class ToolReader {

  static final String TOOL = "io.stepwright.Tool";
  static final String APPROVE = "io.stepwright.Approve";

  private static final String DESCRIBE = "io.stepwright.Describe";

  private final Elements elements;
  private final MethodReader methods;
  private final StepReader steps;

  ToolReader(Elements elements, MethodReader methods, StepReader steps) {
    this.elements = elements;
    this.methods = methods;
    this.steps = steps;
  }

  ToolModel read(ExecutableElement element, AnnotationReader annotation, MethodModel method) {
    Named written = annotation.named("value");
    Named name = written == null ? new Named(method.name(), method.place()) : written;
    TypeComments comments = JavadocText.of(elements.getDocComment(element));
    Map<String, String> parameters = new LinkedHashMap<>();
    for (VariableElement parameter : element.getParameters()) {
      String parameterName = parameter.getSimpleName().toString();
      parameters.put(
          parameterName, described(parameter).orElseGet(() -> comments.part(parameterName)));
    }
    Optional<AnnotationReader> approve = AnnotationReader.of(element, APPROVE);
    StepModel asked =
        element.getModifiers().contains(Modifier.ABSTRACT)
            ? steps.step(element, annotation, method, methods)
            : null;
    return new ToolModel(
        name.text(),
        name.text(),
        name.place(),
        method,
        described(element).orElseGet(comments::main),
        parameters,
        annotation.flag("readOnly"),
        (int) annotation.number("calls", 0),
        annotation.place("calls"),
        annotation.constant("onError").equals("FAIL"),
        AnnotationReader.of(element, StepReader.SIDE_EFFECT).isPresent(),
        approve.map(each -> new Named(each.string("value"), each.place("value"))).orElse(null),
        asked,
        null,
        annotation.place());
  }

  private static Optional<String> described(Element element) {
    return AnnotationReader.of(element, DESCRIBE)
        .map(describe -> describe.string("value"))
        .filter(text -> !text.isEmpty());
  }
}
