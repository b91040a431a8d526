package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Fill;
import org.jspecify.annotations.Nullable;

/**
 * A declaration of a variable: a field, a local variable, a parameter, a loop variable or a pattern
 * variable.
 *
 * @param parameter true if it is in a list of parameters, resources or patterns
 * @param vertical true if each annotation is on its own line
 * @param type the type, or null if there is none
 * @param initializer the initializer, or null if there is none
 * @param assign the sign before the initializer
 * @param array true if the initializer is an array initializer
 */
record Declaration(
    boolean parameter,
    boolean vertical,
    Modifiers modifiers,
    @Nullable Ops type,
    Ops dimensions,
    String name,
    String assign,
    @Nullable Ops initializer,
    boolean array) {

  static Declaration of(Ops type, String name) {
    return new Declaration(true, false, Modifiers.NONE, type, new Ops(), name, "", null, false);
  }

  Declaration of(String sign, Ops value, boolean isArray) {
    return new Declaration(
        parameter, vertical, modifiers, type, dimensions, name, sign, value, isArray);
  }

  void layout(Ops out) {
    layout(out, "");
  }

  /**
   * Lays out the declaration.
   *
   * @param end the semicolon or comma after it; empty if there is none
   */
  void layout(Ops out, String end) {
    BreakTag afterType = new BreakTag();
    out.open(parameter && modifiers.hasDeclarationAnnotation() ? 4 : 0);
    modifiers.declaration(out, vertical);
    out.open(type == null ? 0 : 4).open(0).open(0);
    modifiers.typeAnnotations(out, true);
    if (type != null) {
      out.add(type).open(4).add(dimensions).close();
    }
    out.close();
    if (type != null) {
      out.brk(Fill.INDEPENDENT, " ", 0, afterType);
    }
    out.open(Indent.ifBroken(afterType, 0)).text(name).close().close();
    if (initializer != null) {
      out.space().text(assign);
      if (array) {
        out.open(-4).space().add(initializer).close();
      } else {
        out.open(Indent.ifBroken(afterType, 0)).filled(" ").add(initializer).close();
      }
    }
    if (!end.isEmpty()) {
      out.text(end);
    }
    out.close().close();
  }
}
