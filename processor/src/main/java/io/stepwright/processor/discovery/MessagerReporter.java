package io.stepwright.processor.discovery;

import io.stepwright.processor.diagnostics.Diagnostic;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.diagnostics.Severity;
import java.util.function.Predicate;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/** Prints diagnostics at their positions. */
public final class MessagerReporter {

  private final Messager messager;
  private final Predicate<Element> inSource;

  /**
   * Creates a reporter.
   *
   * @param inSource tells whether an element is declared in a source file of this compilation
   */
  public MessagerReporter(Messager messager, Predicate<Element> inSource) {
    this.messager = messager;
    this.inSource = inSource;
  }

  /**
   * Prints a diagnostic. A diagnostic about a class file is printed at the agent, because only a
   * source can be changed.
   */
  public void print(Diagnostic diagnostic, TypeElement agent) {
    Kind kind = diagnostic.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
    Place place = diagnostic.place();
    if (!(place instanceof SourcePlace source) || !inSource.test(source.element())) {
      messager.printMessage(kind, diagnostic.message(), agent);
    } else if (source.value() != null) {
      messager.printMessage(
          kind, diagnostic.message(), source.element(), source.mirror(), source.value());
    } else if (source.mirror() != null) {
      messager.printMessage(kind, diagnostic.message(), source.element(), source.mirror());
    } else {
      messager.printMessage(kind, diagnostic.message(), source.element());
    }
  }
}
