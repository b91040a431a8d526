package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Fill;
import java.util.ArrayList;
import java.util.List;

/** Lays out annotations and array initializers. */
final class AnnotationLayout {

  private final TokenReader tokens;
  private final Grammar grammar;

  AnnotationLayout(TokenReader tokens, Grammar grammar) {
    this.tokens = tokens;
    this.grammar = grammar;
  }

  void annotation(Ops out) {
    tokens.take("@");
    Ops name = name();
    if (!tokens.at("(") || tokens.at(1, ")")) {
      out.open(0).text("@").add(name);
      if (tokens.takeIf("(")) {
        out.text("(").text(tokens.take(")"));
      }
      out.close();
    } else if (tokens.at(2, "=")) {
      pairs(out, name);
    } else {
      tokens.take("(");
      boolean array = tokens.at("{");
      out.open(array ? 0 : 4).text("@").add(name).text("(");
      if (!array) {
        out.unified("");
      }
      value(out);
      out.close().text(tokens.take(")"));
    }
  }

  private Ops name() {
    List<DotChain.Item> names = new ArrayList<>();
    do {
      names.add(DotChain.Item.name(tokens.takeWord()));
    } while (tokens.takeIf("."));
    return new DotChain(null, names).layout();
  }

  private void pairs(Ops out, Ops name) {
    List<Ops> pairs = new ArrayList<>();
    boolean arrays = false;
    tokens.take("(");
    do {
      String key = tokens.takeWord();
      tokens.take("=");
      boolean array = tokens.at("{");
      arrays |= array;
      Ops pair = new Ops().open(array ? 0 : 4).text(key).space().text("=");
      value(array ? pair.space() : pair.unified(" "));
      pairs.add(pair.close());
    } while (tokens.takeIf(","));
    out.open(0).text("@").add(name).open(4).text("(").unified("");
    for (int i = 0; i < pairs.size(); i++) {
      if (i > 0) {
        out.text(",");
        out.brk(arrays ? Fill.FORCED : Fill.UNIFIED, arrays ? "" : " ", 0, null);
      }
      out.add(pairs.get(i));
    }
    out.text(tokens.take(")")).close().close();
  }

  private void value(Ops out) {
    if (tokens.at("@")) {
      annotation(out);
    } else if (tokens.at("{")) {
      array(out, true);
    } else {
      out.add(grammar.expression().ops());
    }
  }

  /**
   * Lays out the values of an array with its braces. Longer values are each on a line if they do
   * not fit on one line.
   */
  void array(Ops out, boolean inAnnotation) {
    tokens.take("{");
    if (tokens.takeIf("}")) {
      out.text("{").text("}");
      return;
    }
    List<Ops> values = new ArrayList<>();
    do {
      Ops value = new Ops();
      value(value);
      values.add(value);
    } while (tokens.takeIf(",") && !tokens.at("}"));
    boolean comma = tokens.peek(-1).text().equals(",");
    boolean shorts = values.stream().map(Expression::of).allMatch(Expression::isShort);
    boolean ownLevel = shorts || !inAnnotation;
    out.open(2).text("{").brk(comma ? Fill.FORCED : Fill.UNIFIED, "", 0, null);
    if (ownLevel) {
      out.open(0);
    }
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.text(",").brk(shorts ? Fill.INDEPENDENT : Fill.UNIFIED, " ", 0, null);
      }
      out.add(values.get(i));
    }
    if (comma) {
      out.text(",");
    }
    if (ownLevel) {
      out.close();
    }
    out.brk(Fill.UNIFIED, "", -2, null).close().text(tokens.take("}"));
  }
}
