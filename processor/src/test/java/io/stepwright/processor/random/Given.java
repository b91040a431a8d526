package io.stepwright.processor.random;

import io.stepwright.processor.random.RandomAgent.Branch;
import io.stepwright.processor.random.RandomAgent.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The arguments of a method as a text, which is all that a model receives. */
final class Given {

  private static final String END = "|";

  private Given() {}

  /** Returns the prompt of a model step: its method, then a slot for each parameter. */
  static String prompt(Branch branch) {
    return branch.method()
        + END
        + branch.parameters().stream()
            .map(parameter -> parameter.name() + "={{" + parameter.name() + "}}" + END)
            .collect(Collectors.joining());
  }

  /** Returns the text for these values: the prompt, if it is a model step. */
  static String text(Branch branch, List<Object> values) {
    if (!branch.model()) {
      return values.toString();
    }
    StringBuilder text = new StringBuilder(branch.method()).append(END);
    List<Parameter> parameters = branch.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      text.append(parameters.get(i).name()).append('=').append(slot(values.get(i))).append(END);
    }
    return text.toString();
  }

  /** Returns the method of a prompt. */
  static String method(String prompt) {
    return prompt.substring(0, prompt.indexOf(END));
  }

  /** Returns the item in a prompt for a parameter. */
  static String item(String prompt, int parameter) {
    String part = prompt.split("\\|")[parameter + 1];
    return part.substring(part.indexOf('=') + 1);
  }

  /** Returns an answer that decodes to this value. */
  static String answer(Object outcome, ValueType type, boolean optional) {
    boolean plain =
        !optional
            && type != ValueType.FLAG
            && type != ValueType.MOOD
            && type != ValueType.LIST
            && type != ValueType.OPTIONAL_ITEMS;
    if (plain) {
      return outcome.toString();
    }
    return "{\"value\":" + json(outcome, type == ValueType.FLAG) + "}";
  }

  private static String slot(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Given::slot).orElse("");
    }
    return value instanceof List<?> ? json(value, false) : value.toString();
  }

  /** Writes JSON without escapes, which the texts do not need. */
  private static String json(Object value, boolean literal) {
    if (value instanceof Optional<?> optional) {
      return optional.map(present -> json(present, literal)).orElse("null");
    }
    if (value instanceof List<?> list) {
      List<String> items = new ArrayList<>();
      list.forEach(item -> items.add(json(item, literal)));
      return "[" + String.join(",", items) + "]";
    }
    return literal ? value.toString() : "\"" + value + "\"";
  }
}
