package io.stepwright.processor.layout;

import java.util.ArrayList;
import java.util.List;

/** Lays out types and type parameters. */
final class TypeLayout {

  private final TokenReader tokens;
  private final Grammar grammar;

  TypeLayout(TokenReader tokens, Grammar grammar) {
    this.tokens = tokens;
    this.grammar = grammar;
  }

  /** Lays out a type with its dimensions. */
  Ops type() {
    Ops base = base();
    return tokens.at("@") || (tokens.at("[") && tokens.at(1, "]"))
        ? dimensions(new Ops().open(4).add(base)).close()
        : base;
  }

  /** Lays out the dimensions after a type, or its ellipsis, with their annotations. */
  Ops dimensions(Ops out) {
    while (tokens.at("@") || tokens.at("...") || (tokens.at("[") && tokens.at(1, "]"))) {
      boolean annotated = tokens.at("@");
      if (annotated) {
        annotations(out.filled(" "));
      }
      out.filled(annotated ? " " : "");
      out.text(tokens.at("...") ? tokens.take() : tokens.take("[") + tokens.take("]"));
    }
    return out;
  }

  /** Lays out a type without its dimensions. */
  Ops base() {
    Ops out = new Ops();
    if (tokens.at("@")) {
      annotations(out);
      out.filled(" ");
    }
    String first = tokens.takeWord();
    List<DotChain.Item> names = new ArrayList<>();
    names.add(DotChain.Item.name(first));
    Ops type = null;
    while (tokens.at(".") || tokens.at("<")) {
      if (tokens.at("<")) {
        type = parameterized(new DotChain(type, names).layout());
        names.clear();
      } else if (tokens.at(1, "class")) {
        break;
      } else if (tokens.at(1, "@")) {
        tokens.take();
        Ops annotated = new Ops().add(new DotChain(type, names).layout()).text(".");
        annotations(annotated);
        type = annotated.filled(" ").text(tokens.takeWord());
        names.clear();
      } else {
        tokens.take();
        names.add(DotChain.Item.name(tokens.takeWord()));
      }
    }
    return out.add(new DotChain(type, names).layout());
  }

  private void annotations(Ops out) {
    grammar.annotation(out);
    while (tokens.at("@")) {
      out.filled(" ");
      grammar.annotation(out);
    }
  }

  private Ops parameterized(Ops base) {
    tokens.take("<");
    if (tokens.takeIf(">")) {
      return new Ops().add(base).text("<").text(">");
    }
    Ops out = new Ops().open(4).add(base).text("<").unified("").open(0).add(argument());
    while (tokens.takeIf(",")) {
      out.text(",").unified(" ").add(argument());
    }
    tokens.take(">");
    return out.close().close().text(">");
  }

  /**
   * Lays out the type arguments before the name of a method, as in {@code Map.<String, Long>of()}.
   */
  void methodArguments(Ops out, int columns) {
    tokens.take("<");
    out.text("<").open(columns).add(argument());
    while (tokens.takeIf(",")) {
      out.text(",").filled(" ").add(argument());
    }
    tokens.take(">");
    out.close().text(">");
  }

  private Ops argument() {
    if (!tokens.takeIf("?")) {
      return type();
    }
    Ops out = new Ops().open(0).text("?");
    if (tokens.at("extends") || tokens.at("super")) {
      out.open(4).space().text(tokens.take()).unified(" ").add(type()).close();
    }
    return out.close();
  }

  /** Lays out type parameters after their opening bracket. */
  void parametersRest(Ops out, int columns) {
    out.open(columns).unified("").open(0);
    parameter(out);
    while (tokens.takeIf(",")) {
      out.text(",").unified(" ");
      parameter(out);
    }
    out.text(tokens.take(">")).close().close();
  }

  private void parameter(Ops out) {
    out.open(0);
    if (tokens.at("@")) {
      annotations(out);
      out.filled(" ");
    }
    out.text(tokens.takeWord());
    if (tokens.takeIf("extends")) {
      out.space().text("extends").open(4).unified(" ").open(4);
      bounds(out);
      out.close().close();
    }
    out.close();
  }

  /** Lays out types that are joined by {@code &}. */
  void bounds(Ops out) {
    out.add(type());
    while (tokens.takeIf("&")) {
      out.filled(" ").text("&").space().add(type());
    }
  }
}
