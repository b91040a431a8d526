package io.stepwright.processor.layout;

import io.stepwright.processor.layout.Op.Fill;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lays out chains of names and calls that are joined by dots: either all on one line, or each on
 * its own line. A prefix that looks like a type, or that leads to the only call, is kept together.
 */
final class DotChain {

  private static final Set<String> STREAMS = Set.of("stream", "parallelStream", "toBuilder");

  /** The longest first name that is not followed by a line break. */
  private static final int SHORT_NAME = 4;

  /**
   * A name in the chain.
   *
   * @param typeArguments the type arguments before the name, or null
   * @param arguments the arguments, or null if the name is not called
   * @param indices the indices after the name
   */
  record Item(
      String name,
      @Nullable Ops typeArguments,
      @Nullable List<Expression> arguments,
      List<Expression> indices) {

    static Item name(String name) {
      return new Item(name, null, null, List.of());
    }

    boolean isCall() {
      return arguments != null && indices.isEmpty();
    }

    private int width() {
      Ops all = new Ops().text(name);
      new Arguments(arguments).layout(all, Indent.NONE);
      return all.width();
    }
  }

  private final @Nullable Ops head;
  private final List<Item> items;
  private final Ops out = new Ops();
  private boolean needDot;

  /**
   * Creates a chain.
   *
   * @param head the expression before the first dot if it is not a name, otherwise null
   */
  DotChain(@Nullable Ops head, List<Item> items) {
    this.head = head;
    this.items = items;
  }

  Ops layout() {
    if (items.isEmpty() && head != null) {
      return head;
    }
    if (head == null && items.size() == 1 && isPlainName(items.get(0))) {
      return out.text(items.get(0).name());
    }
    if (head != null) {
      out.open(4).add(head).unified("");
      needDot = true;
    }
    chain();
    return head == null ? out : out.close();
  }

  /**
   * Lays out the chain after the body of an anonymous class, with the first dot on the line of the
   * closing brace.
   */
  Ops afterClassBody() {
    out.open(0).add(Objects.requireNonNull(head)).text(".");
    chain();
    return out.close();
  }

  private static boolean isPlainName(Item item) {
    return item.arguments() == null && item.indices().isEmpty();
  }

  private void chain() {
    Set<Integer> prefixes = new LinkedHashSet<>();
    int type = TypePrefix.last(leadingNames());
    if (type >= 0) {
      prefixes.add(type);
    }
    int first = firstCall();
    if (first > 0 && calls() == 1) {
      prefixes.add(first);
    }
    String name = items.get(0).name();
    boolean self = name.equals("this") || name.equals("super");
    if (prefixes.isEmpty() && head == null && isPlainName(items.get(0)) && self) {
      prefixes.add(1);
    }
    boolean streams = false;
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).isCall() && STREAMS.contains(items.get(i).name())) {
        prefixes.add(i);
        streams = true;
      }
    }
    if (prefixes.isEmpty()) {
      regular();
    } else {
      withPrefixes(new ArrayList<>(prefixes), streams ? Fill.UNIFIED : Fill.INDEPENDENT);
    }
  }

  /** Returns the names up to the first call or index, including it. */
  private List<String> leadingNames() {
    List<String> names = new ArrayList<>();
    for (Item item : items) {
      names.add(item.name());
      if (!isPlainName(item)) {
        break;
      }
    }
    return names;
  }

  private int firstCall() {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).isCall()) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the number of calls that have a receiver. */
  private long calls() {
    return items.stream().skip(head == null ? 1 : 0).filter(Item::isCall).count();
  }

  private void regular() {
    boolean afterHead = needDot;
    boolean trailing = items.size() > 1;
    if (!afterHead) {
      out.open(4);
    }
    int length = afterHead ? SHORT_NAME : 0;
    int width = 0;
    for (Item item : items) {
      if (needDot) {
        if (length > SHORT_NAME) {
          out.unified("");
        }
        out.text(".");
        length++;
      }
      if (trailing && !needDot && head == null && isShortCall(item)) {
        shortCall(item);
      } else {
        item(item, Indent.of(trailing || needDot ? 4 : 0), false);
      }
      if (length <= SHORT_NAME) {
        width += item.width();
        length += width;
        width++; // The next dot.
      }
      needDot = true;
    }
    if (!afterHead) {
      out.close();
    }
  }

  /**
   * Returns whether an item is a short call such as {@code when(x)}, whose argument stays on the
   * same line.
   */
  private static boolean isShortCall(Item item) {
    return item.isCall()
        && item.name().length() <= SHORT_NAME
        && item.typeArguments() == null
        && item.arguments() != null
        && item.arguments().size() == 1;
  }

  private void shortCall(Item item) {
    out.open(0).open(0).text(item.name()).text("(");
    for (Expression argument : Objects.requireNonNull(item.arguments())) {
      out.add(argument.ops());
    }
    out.close().text(")").close();
  }

  private void withPrefixes(List<Integer> prefixes, Fill prefixFill) {
    boolean trailing = prefixes.get(prefixes.size() - 1) < items.size() - 1;
    out.open(4);
    prefixes.forEach(prefix -> out.open(0));
    TreeSet<Integer> left = new TreeSet<>(prefixes);
    BreakTag beforeName = new BreakTag();
    for (int i = 0; i < items.size(); i++) {
      if (needDot) {
        boolean inPrefix = !left.isEmpty() && i <= left.first();
        out.brk(inPrefix ? prefixFill : Fill.UNIFIED, "", 0, beforeName).text(".");
      }
      boolean endsPrefix = !left.isEmpty() && i == left.first();
      if (endsPrefix) {
        left.pollFirst();
      }
      item(items.get(i), Indent.ifBroken(beforeName, trailing ? 4 : 0), endsPrefix);
      needDot = true;
    }
    out.close();
  }

  /**
   * Lays out a name with its arguments and indices.
   *
   * @param endsPrefix true if the level of a prefix ends after the name
   */
  private void item(Item item, Indent indent, boolean endsPrefix) {
    BreakTag afterTypes = new BreakTag();
    if (item.typeArguments() != null) {
      out.open(4).add(item.typeArguments()).brk(Fill.UNIFIED, "", 0, afterTypes).close();
    }
    out.text(item.name());
    if (endsPrefix) {
      out.close();
    }
    if (item.arguments() != null) {
      out.open(Indent.ifBroken(afterTypes, 0));
      new Arguments(item.arguments()).layout(out, indent);
      out.close();
    }
    indices(item.indices());
  }

  private void indices(List<Expression> indices) {
    if (indices.isEmpty()) {
      return;
    }
    out.open(0);
    indices.forEach(index -> out.text("[").filled("").add(index.ops()).text("]"));
    out.close();
  }
}
