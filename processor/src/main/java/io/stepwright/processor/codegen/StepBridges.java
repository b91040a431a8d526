package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.source.NameScope;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bridge methods, through which a nested class of the generated class calls methods of the agent:
 * the nested class cannot use {@code super}, and its methods of {@code Object} would shadow methods
 * of the same name.
 */
final class StepBridges {

  private final ClassName wired;
  private final NameScope names;
  private final Map<StepModel, String> methods = new LinkedHashMap<>();

  StepBridges(ClassName wired, NameScope names) {
    this.wired = wired;
    this.names = names;
  }

  /** Returns the qualifier of a method of the generated class. */
  String outer() {
    return wired.simpleName() + ".this.";
  }

  /** Returns the bridge to the method that the user wrote. */
  String to(StepModel step) {
    return outer()
        + methods.computeIfAbsent(step, each -> names.take(each.method().name() + "Code"));
  }

  /** The names of the bridges that were requested. */
  Map<StepModel, String> methods() {
    return methods;
  }
}
