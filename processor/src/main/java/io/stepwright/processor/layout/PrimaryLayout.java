package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lays out literals, names, calls, object creations, switches and parenthesized expressions. */
final class PrimaryLayout {

  private static final Pattern FORMAT = Pattern.compile("%|\\{[0-9]\\}");

  private final TokenReader tokens;
  private final Grammar grammar;
  private final TypeLayout types;
  private final Lookahead next;

  PrimaryLayout(TokenReader tokens, Grammar grammar, TypeLayout types) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.types = types;
    this.next = new Lookahead(tokens);
  }

  Expression primary() {
    Token first = tokens.peek();
    boolean word = first.kind() == Kind.WORD;
    if (first.kind() == Kind.LITERAL && !tokens.at(1, ".")) {
      boolean format = first.isText() && FORMAT.matcher(first.text()).find();
      return new Expression(new Ops().text(tokens.take()), first.isText(), format);
    }
    if (word && !tokens.at("new") && !tokens.at("switch") && next.isTypeOperand()) {
      return typeOperand();
    }
    Ops head = null;
    boolean classBody = false;
    List<DotChain.Item> items = new ArrayList<>();
    if (first.kind() == Kind.LITERAL) {
      head = new Ops().text(tokens.take());
    } else if (tokens.at("(")) {
      head = new Ops().text(tokens.take()).add(grammar.expression().ops()).text(tokens.take(")"));
    } else if (tokens.at("new")) {
      head = created();
      classBody = tokens.at("{");
      if (classBody) {
        grammar.classBody(head);
      }
    } else if (tokens.at("switch")) {
      head = new Ops();
      grammar.switchCases(head);
    } else {
      items.add(item(null));
    }
    rest(items);
    if (head != null && tokens.at("[")) {
      throw new UnknownCodeException("an index of an expression");
    }
    DotChain chain = new DotChain(head, items);
    boolean dotted = classBody && !items.isEmpty();
    return reference(dotted ? chain.afterClassBody() : chain.layout());
  }

  /** Lays out {@code List<String>::new}, {@code int[].class} or {@code Foo.class}. */
  private Expression typeOperand() {
    int mark = tokens.mark();
    boolean plain = tokens.atWord() && !Lookahead.isPrimitive(tokens.peek().text());
    List<DotChain.Item> items = new ArrayList<>();
    if (plain) {
      items.add(DotChain.Item.name(tokens.take()));
      while (tokens.at(".") && tokens.peek(1).kind() == Kind.WORD && !tokens.at(1, "class")) {
        tokens.take();
        items.add(DotChain.Item.name(tokens.take()));
      }
      if (tokens.at("::") || tokens.at(".")) {
        rest(items);
        return reference(new DotChain(null, items).layout());
      }
    }
    tokens.reset(mark);
    Ops type = types.type();
    items.clear();
    rest(items);
    return reference(new DotChain(type, items).layout());
  }

  private Expression reference(Ops qualifier) {
    if (!tokens.takeIf("::")) {
      return Expression.of(qualifier);
    }
    Ops out = new Ops().open(4).add(qualifier).unified("").text("::");
    if (tokens.at("<")) {
      types.methodArguments(out, 4);
    }
    return Expression.of(out.text(tokens.takeWord()).close());
  }

  private void rest(List<DotChain.Item> items) {
    while (tokens.takeIf(".")) {
      Ops typeArguments = null;
      if (tokens.at("<")) {
        typeArguments = new Ops();
        types.methodArguments(typeArguments, 0);
      }
      if (tokens.at("new")) {
        throw new UnknownCodeException("a new inner object");
      }
      items.add(item(typeArguments));
    }
  }

  private DotChain.Item item(@Nullable Ops typeArguments) {
    String name = tokens.takeWord();
    List<Expression> arguments = tokens.at("(") ? arguments() : null;
    List<Expression> indices = new ArrayList<>();
    while (tokens.takeIf("[")) {
      indices.add(grammar.expression());
      tokens.take("]");
    }
    return new DotChain.Item(name, typeArguments, arguments, indices);
  }

  private List<Expression> arguments() {
    tokens.take("(");
    List<Expression> arguments = new ArrayList<>();
    if (!tokens.at(")")) {
      do {
        arguments.add(grammar.expression());
      } while (tokens.takeIf(","));
    }
    tokens.take(")");
    return arguments;
  }

  private Ops created() {
    tokens.take("new");
    Ops type = types.base();
    if (tokens.at("[")) {
      return array(type);
    }
    Ops out = new Ops().open(0).text("new").space().add(type);
    new Arguments(arguments()).layout(out, Indent.of(4));
    return out.close();
  }

  private Ops array(Ops type) {
    Ops out = new Ops().open(4).text("new").space().add(type).open(0);
    while (tokens.takeIf("[")) {
      out.filled("").text("[");
      if (!tokens.at("]")) {
        out.add(grammar.expression().ops());
      }
      out.text(tokens.take("]"));
    }
    out.close().close();
    if (tokens.at("{")) {
      grammar.arrayInitializer(out.space(), false);
    }
    return out;
  }
}
