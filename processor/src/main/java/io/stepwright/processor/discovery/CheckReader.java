package io.stepwright.processor.discovery;

import io.stepwright.processor.model.CheckModel;
import io.stepwright.processor.model.MethodModel;

/** Reads methods with {@code @Check}. */
final class CheckReader {

  static final String CHECK = "io.stepwright.Check";

  private CheckReader() {}

  static CheckModel read(AnnotationReader annotation, MethodModel method) {
    return new CheckModel(method, annotation.named("value"), annotation.place());
  }
}
