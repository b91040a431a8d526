package io.stepwright.processor.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Fills the lines of a documentation comment. The content of {@code pre} elements stays unchanged,
 * as do the lines of comments with tags or other block elements.
 */
final class JavadocLayout {

  private static final String BEGIN = "/**";
  private static final String END = "*/";
  private static final int LINE_WIDTH = 100;

  private final int room;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private boolean inPre;

  private JavadocLayout(int indent) {
    this.room = LINE_WIDTH - indent - " * ".length();
  }

  static boolean is(String comment) {
    return comment.startsWith(BEGIN) && comment.endsWith(END) && comment.length() > 5;
  }

  /** Returns the comment with its lines indented to a column. */
  static String of(String comment, int indent) {
    List<String> content = content(comment);
    JavadocLayout layout = new JavadocLayout(indent);
    if (content.stream().anyMatch(JavadocLayout::isOther)) {
      if (content.size() < 3) {
        return comment;
      }
      layout.lines.addAll(content.subList(1, content.size() - 1));
      return layout.comment(indent);
    }
    content.forEach(layout::add);
    layout.endParagraph();
    return layout.comment(indent);
  }

  /**
   * Returns whether a line has a tag, or an element that is neither a paragraph nor preformatted.
   */
  private static boolean isOther(String line) {
    String other = line.replace("<p>", "").replace("<pre>", "").replace("</pre>", "");
    return line.startsWith("@") || other.contains("<");
  }

  /** Returns the lines without the stars before them. */
  private static List<String> content(String comment) {
    String inner = comment.substring(BEGIN.length(), comment.length() - END.length());
    List<String> content = new ArrayList<>();
    for (String each : inner.split("\n", -1)) {
      String text = each.strip();
      boolean star = text.startsWith("*");
      String afterStar = star ? each.substring(each.indexOf('*') + 1) : each;
      String plain = afterStar.startsWith(" ") ? afterStar.substring(1) : afterStar;
      content.add(plain.stripTrailing());
    }
    return content;
  }

  private void add(String text) {
    boolean begins = text.startsWith("<pre>");
    if (inPre || begins) {
      if (begins) {
        endParagraph();
        blankLine();
      }
      lines.add(text);
      inPre = !text.endsWith("</pre>");
    } else if (text.isBlank()) {
      endParagraph();
    } else {
      if (line.length() == 0 && !lines.isEmpty()) {
        blankLine();
        line.append(text.startsWith("<p>") || text.startsWith("<pre>") ? "" : "<p>");
      }
      fill(text);
    }
  }

  private void fill(String text) {
    for (String word : text.strip().split(" +")) {
      boolean first = line.length() == 0 || line.toString().equals("<p>");
      if (!first && line.length() + 1 + word.length() > room) {
        lines.add(line.toString());
        line.setLength(0);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
    }
  }

  private void endParagraph() {
    if (line.length() > 0) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }

  private void blankLine() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  private String comment(int indent) {
    if (lines.size() == 1 && lines.get(0).length() + "/**  */".length() + indent <= LINE_WIDTH) {
      return BEGIN + " " + lines.get(0) + " " + END;
    }
    String margin = "\n" + " ".repeat(indent + 1);
    StringBuilder comment = new StringBuilder(BEGIN);
    for (String each : lines) {
      comment.append(margin).append(each.isEmpty() ? "*" : "* " + each);
    }
    return comment.append(margin).append(END).toString();
  }
}
