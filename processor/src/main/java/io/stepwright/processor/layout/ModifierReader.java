package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Modifiers.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads modifiers and annotations. */
final class ModifierReader {

  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "abstract",
          "static",
          "final",
          "transient",
          "volatile",
          "synchronized",
          "native",
          "strictfp",
          "default",
          "sealed");
  private static final Set<String> TYPE_ANNOTATIONS =
      Set.of(
          "org.jspecify.annotations.NonNull",
          "org.jspecify.annotations.Nullable",
          "org.checkerframework.checker.nullness.qual.NonNull",
          "org.checkerframework.checker.nullness.qual.Nullable");

  private final TokenReader tokens;
  private final Grammar grammar;
  private final Set<String> typeAnnotations = new HashSet<>();

  ModifierReader(TokenReader tokens, Grammar grammar) {
    this.tokens = tokens;
    this.grammar = grammar;
  }

  /** Records an import, by which annotations of types are recognized. */
  void imported(String name) {
    if (TYPE_ANNOTATIONS.contains(name)) {
      typeAnnotations.add(name.substring(name.lastIndexOf('.') + 1));
    }
  }

  Modifiers read() {
    if (!tokens.at("@") && !isModifier()) {
      return Modifiers.NONE;
    }
    List<Modifier> list = new ArrayList<>();
    int declaration = 0;
    while (true) {
      boolean ofType = false;
      if (tokens.at("@") && !tokens.at(1, "interface")) {
        ofType = typeAnnotations.contains(tokens.peek(1).text()) && !tokens.at(2, ".");
        Ops ops = new Ops();
        int start = tokens.mark();
        grammar.annotation(ops);
        list.add(new Modifier(ops, true, tokens.wasAtSince(start, "(")));
      } else if (isModifier()) {
        list.add(new Modifier(new Ops().text(tokens.take()), false, false));
      } else {
        List<Ops> types =
            list.subList(declaration, list.size()).stream().map(Modifier::ops).toList();
        return new Modifiers(List.copyOf(list.subList(0, declaration)), types);
      }
      declaration = ofType ? declaration : list.size();
    }
  }

  private boolean isModifier() {
    boolean staticBlock = tokens.at("static") && tokens.at(1, "{");
    boolean label = tokens.at("default") && (tokens.at(1, "->") || tokens.at(1, ":"));
    return MODIFIERS.contains(tokens.peek().text()) && !staticBlock && !label;
  }
}
