package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.source.NameScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/**
 * Finds steps that several entry points start in the same way, and writes their start once, as a
 * method. All entry points are visited once for counting before the first is written.
 */
final class SharedSteps {

  /** The maximum number of characters of code that is not moved to a method. */
  private static final int SHORT = 100;

  /**
   * The maximum number of parameters. A method with more is no easier to read than the code itself.
   */
  private static final int MOST_PARAMETERS = 6;

  private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|'[^']*+'");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?<![\\w$.])[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*+(?!\\s*\\()");

  private final NameScope names;
  private final Map<Start, Integer> counts = new HashMap<>();
  private final Map<Start, MethodSpec> methods = new LinkedHashMap<>();
  private boolean counting = true;

  SharedSteps(NameScope names) {
    this.names = names;
  }

  /**
   * The start of a step.
   *
   * @param type the type of its local variable
   * @param parameters the variables that the code reads
   */
  private record Start(String step, TypeName type, String code, List<ParameterSpec> parameters) {}

  /** Ends the counting: all entry points have been visited. */
  void allAreKnown() {
    counting = false;
  }

  /**
   * Returns the start of a step: the code itself, or a call of the method that contains it.
   *
   * @param verb the prefix of the name of such a method
   * @param type the type of the step's local variable
   * @param visible the types of all variables
   */
  CodeBlock start(
      String verb, String step, TypeName type, CodeBlock code, Map<String, TypeName> visible) {
    String text = code.toString();
    if (text.length() <= SHORT) {
      return code;
    }
    List<ParameterSpec> parameters = parameters(text, visible);
    if (parameters.size() > MOST_PARAMETERS) {
      return code;
    }
    Start start = new Start(step, type, text, parameters);
    if (counting) {
      counts.merge(start, 1, Integer::sum);
    }
    if (counting || counts.getOrDefault(start, 0) < 2) {
      return code;
    }
    MethodSpec method = methods.get(start);
    if (method == null) {
      method =
          MethodSpec.methodBuilder(names.take(verb + NameScope.capitalized(step)))
              .addModifiers(Modifier.PRIVATE)
              .returns(type)
              .addParameters(parameters)
              .addStatement("return $L", code)
              .build();
      methods.put(start, method);
    }
    List<CodeBlock> arguments = new ArrayList<>();
    parameters.forEach(parameter -> arguments.add(CodeBlock.of("$L", parameter.name())));
    return CodeBlock.of("$L($L)", method.name(), CodeBlock.join(arguments, ", "));
  }

  private static List<ParameterSpec> parameters(String code, Map<String, TypeName> visible) {
    Map<String, ParameterSpec> parameters = new LinkedHashMap<>();
    Matcher variable = VARIABLE.matcher(LITERAL.matcher(code).replaceAll("\"\""));
    while (variable.find()) {
      TypeName type = visible.get(variable.group());
      if (type != null) {
        parameters.put(variable.group(), ParameterSpec.builder(type, variable.group()).build());
      }
    }
    List<ParameterSpec> ordered = new ArrayList<>(parameters.values());
    ordered.sort(Comparator.comparing(each -> !each.type().equals(Wiring.RUN)));
    return List.copyOf(ordered);
  }

  /** The methods that entry points call. */
  List<MethodSpec> methods() {
    return List.copyOf(methods.values());
  }
}
