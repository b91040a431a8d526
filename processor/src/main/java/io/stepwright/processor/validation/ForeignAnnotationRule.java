package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.FOREIGN_ANNOTATION;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.Types;

/**
 * Warns of annotations of other libraries that are named like an annotation of Stepwright, which
 * was probably meant.
 */
final class ForeignAnnotationRule implements AgentRule {

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (Named annotation : agent.foreign()) {
      String name = annotation.text();
      String simpleName = name.substring(name.lastIndexOf('.') + 1);
      diagnostics.report(
          FOREIGN_ANNOTATION,
          annotation.place(),
          "@%s is %s, which Stepwright ignores.".formatted(simpleName, name),
          "Stepwright's is io.stepwright.%s.".formatted(simpleName),
          "Import Stepwright's if it is intended, or write this one with its full name and"
              + " @SuppressWarnings(\"stepwright:ForeignAnnotation\") on the method.");
    }
  }
}
