package io.stepwright.processor.resolution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the instructions that RE2 makes of an expression, without making them: repetitions
 * multiply what they repeat, so that a line of text can ask for more memory than there is. The
 * count follows Russ Cox, "Regular Expression Matching: the Virtual Machine Approach", and is never
 * too low; where alternatives begin alike it is too high, because RE2 writes their beginning once.
 * Of something that is no expression the count means nothing. Not thread-safe.
 */
final class RegexCost {

  private static final long MOST = 1L << 40;

  /** Of what may match nothing, RE2 writes {@code x*} as {@code (x+)?}. */
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
   * What an expression costs.
   *
   * @param instructions how many instructions it takes at most
   * @param depth how many groups lie in each other
   */
  record Cost(long instructions, int depth) {}

  /** A group that is not closed yet, or the whole expression. */
  private static final class Group {
    private final int own;
    private long before;
    private long last;
    private boolean blank = true;

    /**
     * A group.
     *
     * @param own the instructions that it takes itself
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
      add(blank ? 2 : 1); // An alternative without anything in it takes one, too.
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
    open.push(new Group(2)); // It begins with one that fails, and ends with one that matches.
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
      return; // Flags for what follows; a repetition after them is one of what stands before.
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
