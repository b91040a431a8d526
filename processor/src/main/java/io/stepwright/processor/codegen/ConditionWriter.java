package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Condition.IsConstant;
import io.stepwright.processor.model.Condition.IsPresent;
import io.stepwright.processor.model.Condition.IsText;
import io.stepwright.processor.model.Condition.IsTrue;
import io.stepwright.processor.model.Condition.IsType;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes conditions: as expressions if their values are known on the caller thread, otherwise as
 * calls that add conditions to a fork.
 */
final class ConditionWriter {

  private final Values values;
  private final TypeNames types;
  private final String item;

  /**
   * Creates a writer.
   *
   * @param item a name that no local variable has
   */
  ConditionWriter(Values values, TypeNames types, String item) {
    this.values = values;
    this.types = types;
    this.item = item;
  }

  /** Returns the conditions of a branch that the caller thread can test; may be empty. */
  List<Guard> guards(Branch branch) {
    List<Guard> guards = new ArrayList<>();
    for (String required : branch.required()) {
      if (values.isOptionalLocal(required)) {
        guards.add(Guard.present(required));
      }
    }
    for (Condition condition : branch.conditions()) {
      if (!values.isForked(condition.path())) {
        presentOrElse(condition, guards);
      }
    }
    return guards;
  }

  private void presentOrElse(Condition condition, List<Guard> guards) {
    String root = condition.path().root().name();
    if (condition.asksForStep()) {
      if (condition.negated()) {
        boolean optional = values.isOptionalLocal(root);
        CodeBlock empty = optional ? CodeBlock.of("$L.isEmpty()", root) : CodeBlock.of("false");
        guards.add(new Guard(empty, condition.opposite()));
      }
      // Otherwise the guards test its presence already.
    } else {
      guards.add(
          new Guard(holds(condition, values.inBody(condition.path())), condition.opposite()));
    }
  }

  /** Writes the conditions of a branch whose values the caller thread does not know yet. */
  CodeBlock waits(Branch branch) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Condition condition : branch.conditions()) {
      if (!values.isForked(condition.path())) {
        continue;
      }
      String root = condition.path().root().name();
      if (condition.asksForStep()) {
        if (condition.negated()) {
          code.add(".onlyIfAbsent($L)", root);
        }
        // Otherwise it is one of the steps whose values are needed.
      } else if (condition.path().accessors().isEmpty() && condition.test() instanceof IsTrue) {
        code.add(condition.negated() ? ".unless($L)" : ".onlyIf($L)", root);
      } else {
        code.add(
            ".onlyIf($L, $L -> $L, $L)",
            root,
            item,
            alone(condition, CodeBlock.of("$L", item)),
            TextLiterals.of(condition.opposite()));
      }
    }
    return code.build();
  }

  /** Writes a condition that is evaluated without the conditions before it. */
  private CodeBlock alone(Condition condition, CodeBlock root) {
    List<CodeBlock> all = values.owners(condition.path(), root);
    all.add(holds(condition, values.follow(condition.path(), root)));
    return CodeBlock.join(all, " && ");
  }

  /** Writes a condition on a given value. */
  CodeBlock holds(Condition condition, CodeBlock value) {
    boolean negated = condition.negated();
    if (condition.test() instanceof IsConstant is) {
      return is.names().size() == 1
          ? CodeBlock.of(
              "$L $L $L",
              value,
              negated ? "!=" : "==",
              types.constant(condition.path().type(), is.names().get(0)))
          : contained(
              is.names().stream()
                  .map(name -> types.constant(condition.path().type(), name))
                  .toList(),
              value,
              negated);
    }
    if (condition.test() instanceof IsText is) {
      return is.texts().size() == 1
          ? CodeBlock.of(
              "$L$L.equals($L)", negated ? "!" : "", TextLiterals.of(is.texts().get(0)), value)
          : contained(
              is.texts().stream().map(text -> CodeBlock.of("$L", TextLiterals.of(text))).toList(),
              value,
              negated);
    }
    if (condition.test() instanceof IsType is) {
      List<CodeBlock> each =
          is.types().stream()
              .map(type -> CodeBlock.of("$L instanceof $T", value, types.of(type)))
              .toList();
      CodeBlock any = CodeBlock.join(each, " || ");
      return negated
          ? CodeBlock.of("!($L)", any)
          : each.size() == 1 ? any : CodeBlock.of("($L)", any);
    }
    if (condition.test() instanceof IsPresent) {
      return CodeBlock.of(negated ? "$L.isEmpty()" : "$L.isPresent()", value);
    }
    return CodeBlock.of("$L$L", negated ? "!" : "", value);
  }

  private static CodeBlock contained(List<CodeBlock> items, CodeBlock value, boolean negated) {
    return CodeBlock.of(
        "$L$T.of($L).contains($L)",
        negated ? "!" : "",
        Set.class,
        CodeBlock.join(items, ", "),
        value);
  }
}
