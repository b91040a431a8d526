package io.stepwright.processor.resolution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the instructions into which RE2 compiles an expression, without compiling it. Repetitions
 * multiply the instructions of the repeated part, so a short expression can need more memory than
 * is available. The count follows Russ Cox, "Regular Expression Matching: the Virtual Machine
 * Approach". It is never too low, and too high if alternatives share a prefix, which RE2 compiles
 * once. It is meaningless for text that is not a valid expression. Not thread-safe.
 */
final class RegexCost {

  private static final long MOST = 1L << 40;

  /** RE2 compiles {@code x*} as {@code (x+)?} if {@code x} may match nothing. */
  private static final int STAR = 2;

  private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,4})(?:(,)(\\d{1,4})?)?}");
  private static final Pattern OPENING =
      Pattern.compile("\\((?:\\?(?:P?<[^>]*>|(?<flags>[a-zA-Z-]*)(?<end>[:)])))?");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:[pPx]\\{[^}]*}|x..|[pP].|.)", Pattern.DOTALL);
  private static final Pattern CHARACTERS =
      Pattern.compile("\\[\\^?]?(?:\\[:\\^?\\w+:]|\\\\.|[^]\\\\])*+]", Pattern.DOTALL);

  private final String expression;
  private final Deque<Group> open = new ArrayDeque<>();
  private int deepest;
  private int at;

  private RegexCost(String expression) {
    this.expression = expression;
  }

  /**
   * The cost of an expression.
   *
   * @param instructions an upper bound of its instructions
   * @param depth the depth to which its groups are nested
   */
  record Cost(long instructions, int depth) {}

  /** A group that is not closed yet, or the whole expression. */
  private static final class Group {
    private final int own;
    private long before;
    private long last;
    private boolean blank = true;

    /**
     * Creates a group.
     *
     * @param own the instructions of the group itself
     */
    private Group(int own) {
      this.own = own;
    }

    private void add(long size) {
      before = Math.min(MOST, before + last);
      last = size;
      blank = false;
    }

    private void nextAlternative() {
      add(blank ? 2 : 1); // An empty alternative takes one instruction, too.
      add(0);
      blank = true;
    }

    private long size() {
      return Math.min(MOST, before + last + (blank ? 1 : 0) + own);
    }
  }

  static Cost of(String expression) {
    return new RegexCost(expression).count();
  }

  private Cost count() {
    // A program begins with an instruction that fails and ends with one that matches.
    open.push(new Group(2));
    while (at < expression.length()) {
      next(expression.charAt(at));
    }
    while (open.size() > 1) {
      close();
    }
    return new Cost(open.element().size(), deepest);
  }

  private void next(char c) {
    Group group = open.element();
    switch (c) {
      case '(' -> opening();
      case ')' -> {
        at++;
        if (open.size() > 1) {
          close();
        }
      }
      case '|' -> {
        at++;
        group.nextAlternative();
      }
      case '*', '+', '?' -> {
        at++;
        group.last = Math.min(MOST, group.last + (c == '*' ? STAR : 1));
      }
      case '{' -> repetition(group);
      case '[' -> atom(group, CHARACTERS);
      case '\\' -> {
        if (expression.startsWith("\\Q", at)) {
          quoted(group);
        } else {
          atom(group, ESCAPE);
        }
      }
      default -> {
        at += Character.charCount(expression.codePointAt(at));
        group.add(1);
      }
    }
  }

  private void opening() {
    Matcher opening = matcher(OPENING);
    opening.lookingAt();
    at = opening.end();
    if (")".equals(opening.group("end"))) {
      return; // Flags make no group, so a repetition after them repeats the part before them.
    }
    open.push(new Group(opening.group("end") == null ? 2 : 0));
    deepest = Math.max(deepest, open.size() - 1);
  }

  private void close() {
    long size = open.pop().size();
    open.element().add(size);
  }

  private void repetition(Group group) {
    Matcher repetition = matcher(REPETITION);
    if (!repetition.lookingAt()) {
      at++;
      group.add(1);
      return;
    }
    at = repetition.end();
    long least = Long.parseLong(repetition.group(1));
    boolean endless = repetition.group(2) != null && repetition.group(3) == null;
    long most = repetition.group(3) == null ? least : Long.parseLong(repetition.group(3));
    long copies = endless ? Math.max(1, least) : most;
    long once = group.last + (endless ? STAR : most > least ? 1 : 0);
    group.last = Math.min(MOST, Math.max(1, once * copies));
  }

  private void atom(Group group, Pattern form) {
    Matcher atom = matcher(form);
    at = atom.lookingAt() ? atom.end() : at + 1;
    group.add(1);
  }

  private void quoted(Group group) {
    int end = expression.indexOf("\\E", at + 2);
    int stop = end < 0 ? expression.length() : end;
    for (at += 2; at < stop; at += Character.charCount(expression.codePointAt(at))) {
      group.add(1);
    }
    at = end < 0 ? stop : end + 2;
  }

  private Matcher matcher(Pattern form) {
    return form.matcher(expression).region(at, expression.length());
  }
}
