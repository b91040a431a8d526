package io.stepwright.processor.layout;

import java.util.List;

/**
 * The modifiers and annotations of a declaration.
 *
 * @param list the modifiers and annotations of the declaration, in order
 * @param types the annotations that are known to belong to the type
 */
record Modifiers(List<Modifier> list, List<Ops> types) {

  static final Modifiers NONE = new Modifiers(List.of(), List.of());

  /** A modifier, or an annotation. */
  record Modifier(Ops ops, boolean isAnnotation, boolean hasArguments) {}

  boolean hasDeclarationAnnotation() {
    return !list.isEmpty() && list.stream().anyMatch(Modifier::isAnnotation);
  }

  /** Returns whether at least one annotation has arguments. */
  boolean haveArguments() {
    return !list.isEmpty() && list.stream().anyMatch(Modifier::hasArguments);
  }

  /** Returns whether there is at most one annotation, which has no arguments. */
  boolean isAtMostOneMarker() {
    return !haveArguments() && list.stream().filter(Modifier::isAnnotation).count() <= 1;
  }

  /** Lays out the annotations, each on its own line if {@code vertical}, and then the modifiers. */
  void declaration(Ops out, boolean vertical) {
    if (list.isEmpty()) {
      return;
    }
    int annotations = 0;
    out.open(0);
    while (annotations < list.size() && list.get(annotations).isAnnotation()) {
      if (annotations > 0) {
        afterAnnotation(out, vertical);
      }
      out.add(list.get(annotations++).ops());
    }
    out.close();
    if (annotations > 0) {
      afterAnnotation(out, vertical);
    }
    if (annotations == list.size()) {
      return;
    }
    out.open(0);
    for (int i = annotations; i < list.size(); i++) {
      if (i > annotations) {
        out.open(0).filled(" ").close();
      }
      out.add(list.get(i).ops());
    }
    out.close().open(0).filled(" ").close();
  }

  /** Lays out the annotations of the type, with breaks between and optionally after them. */
  void typeAnnotations(Ops out, boolean breakAfter) {
    for (int i = 0; i < types.size(); i++) {
      if (i > 0) {
        out.filled(" ");
      }
      out.add(types.get(i));
    }
    if (breakAfter && !types.isEmpty()) {
      out.filled(" ");
    }
  }

  private static void afterAnnotation(Ops out, boolean vertical) {
    if (vertical) {
      out.newLine(false);
    } else {
      out.unified(" ");
    }
  }
}
