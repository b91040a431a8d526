package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Fill;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays out the arguments of a call: on the same line if they fit, otherwise together on the next
 * line, otherwise each on its own line. The arguments of a format string are kept together.
 */
final class Arguments {

  private final @Nullable List<Expression> list;

  /**
   * Creates the arguments of a call.
   *
   * @param list the arguments, or null if there is no argument list
   */
  Arguments(@Nullable List<Expression> list) {
    this.list = list;
  }

  void layout(Ops out, Indent indent) {
    if (list == null) {
      return;
    }
    out.open(indent).text("(");
    if (!list.isEmpty()) {
      out.unified("");
      Expression first = list.get(0);
      if (list.size() > 1 && first.isFormat()) {
        out.open(0).add(first.ops()).text(",").unified(" ").open(0);
        values(out, list.subList(1, list.size()));
        out.close().close();
      } else {
        values(out, list);
      }
    }
    out.text(")").close();
  }

  private static void values(Ops out, List<Expression> values) {
    Fill fill = Expression.areShort(values) ? Fill.INDEPENDENT : Fill.UNIFIED;
    out.open(0);
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        out.text(",").brk(fill, " ", 0, null);
      }
      out.add(values.get(i).ops());
    }
    out.close();
  }
}
