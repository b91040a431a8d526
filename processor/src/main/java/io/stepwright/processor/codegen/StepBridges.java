package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.source.NameScope;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a class inside of the generated one calls methods of the agent: {@code super} is not at hand
 * there, and a method of {@code Object} would hide one of the agent's name.
 */
final class StepBridges {

  private final ClassName wired;
  private final NameScope names;
  private final Map<StepModel, String> methods = new LinkedHashMap<>();

  StepBridges(ClassName wired, NameScope names) {
    this.wired = wired;
    this.names = names;
  }

  /** What stands before a method of the generated class. */
  String outer() {
    return wired.simpleName() + ".this.";
  }

  /** The method that calls the body that the user wrote. */
  String to(StepModel step) {
    return outer()
        + methods.computeIfAbsent(step, each -> names.take(each.method().name() + "Code"));
  }

  /** The names of the methods that were asked for. */
  Map<StepModel, String> methods() {
    return methods;
  }
}
