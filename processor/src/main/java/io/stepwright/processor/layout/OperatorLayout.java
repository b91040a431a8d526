package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Fill;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Lays out operators. The operands of one precedence are all on one line, or each on its own line.
 */
final class OperatorLayout {

  private static final List<Set<String>> BY_PRECEDENCE =
      List.of(
          Set.of("||"),
          Set.of("&&"),
          Set.of("|"),
          Set.of("^"),
          Set.of("&"),
          Set.of("==", "!="),
          Set.of("<", ">", "<=", ">=", "instanceof"),
          Set.of("+", "-"),
          Set.of("*", "/", "%"));
  private static final Set<String> SIGNS =
      BY_PRECEDENCE.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  private static final String FIRST_OF_SIGNS = "|&^=!<>+-*/%i";
  private static final String FIRST_OF_UNARY = "+-!~";
  private static final Set<String> ASSIGNMENTS =
      Set.of("=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=");
  private static final Set<String> UNARY = Set.of("+", "-", "!", "~", "++", "--");

  private final TokenReader tokens;
  private final Grammar grammar;
  private final TypeLayout types;
  private final Lookahead next;
  private final Supplier<Expression> primary;

  OperatorLayout(
      TokenReader tokens, Grammar grammar, TypeLayout types, Supplier<Expression> primary) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.types = types;
    this.next = new Lookahead(tokens);
    this.primary = primary;
  }

  Expression assignment() {
    Expression left = conditional();
    String sign = tokens.peek().text();
    if (!sign.endsWith("=") || !ASSIGNMENTS.contains(sign)) {
      return left;
    }
    Ops out = new Ops().open(4).add(left.ops()).space().text(tokens.take()).unified(" ");
    return Expression.of(out.add(grammar.expression().ops()).close());
  }

  Expression conditional() {
    Expression condition = binary();
    if (!tokens.takeIf("?")) {
      return condition;
    }
    Ops out = new Ops().open(4).add(condition.ops()).unified(" ").text("?").space();
    out.add(grammar.expression().ops()).unified(" ").text(tokens.take(":")).space();
    return Expression.of(out.add(grammar.expression().ops()).close());
  }

  /**
   * Returns whether the current token begins with one of some characters. This cheap test fails for
   * most tokens.
   */
  private boolean mayBe(String first) {
    String text = tokens.peek().text();
    return !text.isEmpty() && first.indexOf(text.charAt(0)) >= 0;
  }

  private Expression binary() {
    Expression first = unary();
    return mayBe(FIRST_OF_SIGNS) && SIGNS.contains(tokens.peek().text()) ? binary(first, 0) : first;
  }

  /**
   * Reads the operators of a precedence and of all higher ones.
   *
   * @param first the first operand, which has been read
   */
  private Expression binary(Expression first, int precedence) {
    if (precedence == BY_PRECEDENCE.size()) {
      return first;
    }
    Set<String> signs = BY_PRECEDENCE.get(precedence);
    List<Expression> operands = new ArrayList<>(List.of(binary(first, precedence + 1)));
    List<String> operators = new ArrayList<>();
    while (signs.contains(tokens.peek().text())) {
      if (tokens.at("instanceof")) {
        Expression tested = instance(joined(operands, operators));
        operands = new ArrayList<>(List.of(tested));
        operators = new ArrayList<>();
        continue;
      }
      Token sign = tokens.peek();
      operators.add(tokens.take());
      if (sign.text().equals(">") && tokens.peek().start() == sign.end()) {
        throw new UnknownCodeException("a shift");
      }
      operands.add(binary(unary(), precedence + 1));
    }
    return joined(operands, operators);
  }

  private static Expression joined(List<Expression> operands, List<String> operators) {
    if (operators.isEmpty()) {
      return operands.get(0);
    }
    boolean fills = Expression.areShort(operands);
    Ops out = new Ops().open(4).add(operands.get(0).ops());
    for (int i = 0; i < operators.size(); i++) {
      out.brk(fills ? Fill.INDEPENDENT : Fill.UNIFIED, " ", 0, null).text(operators.get(i));
      out.space().add(operands.get(i + 1).ops());
    }
    boolean text =
        operators.stream().allMatch("+"::equals) && operands.stream().allMatch(Expression::isText);
    boolean format = text && operands.stream().anyMatch(Expression::isFormat);
    return new Expression(out.close(), text, format);
  }

  private Expression instance(Expression tested) {
    tokens.take("instanceof");
    Ops out = new Ops().open(4).add(tested.ops()).unified(" ").open(0).text("instanceof");
    out.unified(" ");
    if (next.isDeclaration()) {
      Declaration.of(types.type(), tokens.takeWord()).layout(out);
    } else {
      out.add(types.type());
    }
    return Expression.of(out.close().close());
  }

  private Expression unary() {
    if (mayBe(FIRST_OF_UNARY) && UNARY.contains(tokens.peek().text())) {
      String sign = tokens.take();
      if (UNARY.contains(tokens.peek().text())) {
        throw new UnknownCodeException("two signs in a row");
      }
      return Expression.of(new Ops().text(sign).add(unary().ops()));
    }
    if (tokens.at("(") && next.isCast()) {
      return cast();
    }
    Expression operand = primary.get();
    if (tokens.at("++") || tokens.at("--")) {
      return Expression.of(new Ops().add(operand.ops()).text(tokens.take()));
    }
    return operand;
  }

  private Expression cast() {
    Ops out = new Ops().open(4).text(tokens.take("("));
    Ops type = types.type();
    if (tokens.at("&")) {
      Ops intersection = new Ops().open(4).add(type);
      while (tokens.takeIf("&")) {
        intersection.filled(" ").text("&").space().add(types.type());
      }
      type = intersection.close();
    }
    out.add(type).text(tokens.take(")")).unified(" ");
    return Expression.of(
        out.add(next.isLambda() ? grammar.expression().ops() : unary().ops()).close());
  }
}
