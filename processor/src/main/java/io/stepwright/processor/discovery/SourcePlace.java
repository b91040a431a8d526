package io.stepwright.processor.discovery;

import io.stepwright.processor.diagnostics.DiagnosticId;
import io.stepwright.processor.diagnostics.Place;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** A position that a compiler can print. */
record SourcePlace(
    Element element, @Nullable AnnotationMirror mirror, @Nullable AnnotationValue value)
    implements Place {

  static SourcePlace of(Element element) {
    return new SourcePlace(element, null, null);
  }

  static SourcePlace of(Element element, AnnotationMirror mirror) {
    return new SourcePlace(element, mirror, null);
  }

  @Override
  public boolean suppresses(DiagnosticId id) {
    for (Element around = element; around != null; around = around.getEnclosingElement()) {
      AnnotationReader suppressWarnings =
          AnnotationReader.of(around, "java.lang.SuppressWarnings").orElse(null);
      if (suppressWarnings != null) {
        List<String> silenced = suppressWarnings.strings("value");
        if (silenced.contains("all")
            || silenced.contains("stepwright")
            || silenced.contains("stepwright:" + id.displayName())) {
          return true;
        }
      }
    }
    return false;
  }
}
