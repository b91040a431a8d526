package io.stepwright.processor.discovery;

import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Reads methods with {@code @Tool}. */
final class ToolReader {

  static final String TOOL = "io.stepwright.Tool";
  static final String APPROVE = "io.stepwright.Approve";

  private final MethodReader methods;
  private final StepReader steps;
  private final Descriptions descriptions;

  ToolReader(MethodReader methods, StepReader steps, Descriptions descriptions) {
    this.methods = methods;
    this.steps = steps;
    this.descriptions = descriptions;
  }

  /** Returns the name that models see of a method with {@code @Tool}. */
  static String name(ExecutableElement method) {
    return AnnotationReader.of(method, TOOL)
        .map(tool -> tool.string("value"))
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> method.getSimpleName().toString());
  }

  ToolModel read(ExecutableElement element, AnnotationReader annotation, MethodModel read) {
    Named written = annotation.named("value");
    Named name = written == null ? new Named(read.name(), read.place()) : written;
    List<String> names = descriptions.parameterNames(element);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parameters.put(
          names.get(i),
          descriptions.ofParameter(element, element.getParameters().get(i), names.get(i)));
    }
    MethodModel method = named(read, names);
    Optional<AnnotationReader> approve = AnnotationReader.of(element, APPROVE);
    return new ToolModel(
        name.text(),
        name.text(),
        name.place(),
        method,
        descriptions.ofTool(element),
        parameters,
        descriptions.lossOfTool(element),
        annotation.flag("readOnly"),
        (int) annotation.number("calls", 0),
        annotation.place("calls"),
        annotation.constant("onError").equals("FAIL"),
        AnnotationReader.of(element, StepReader.SIDE_EFFECT).isPresent(),
        approve.map(each -> new Named(each.string("value"), each.place("value"))).orElse(null),
        asked(element, annotation, method),
        null,
        annotation.place());
  }

  /** Returns the method with the names that its parameters have in the source. */
  private static MethodModel named(MethodModel method, List<String> names) {
    List<ParameterModel> parameters = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      ParameterModel parameter = method.parameters().get(i);
      parameters.add(
          parameter.nameKnown() || parameter.name().equals(names.get(i))
              ? parameter
              : parameter.named(names.get(i)));
    }
    return method.with(parameters);
  }

  private @Nullable StepModel asked(
      ExecutableElement element, AnnotationReader annotation, MethodModel method) {
    boolean isAsked =
        element.getModifiers().contains(Modifier.ABSTRACT)
            && (has(element, StepReader.MODEL) || has(element, StepReader.PROMPT))
            && !has(element, StepReader.TEMPLATE)
            && !has(element, StepReader.REGEX);
    return isAsked ? steps.step(element, annotation, method, methods) : null;
  }

  private static boolean has(ExecutableElement element, String annotation) {
    return AnnotationReader.of(element, annotation).isPresent();
  }
}
