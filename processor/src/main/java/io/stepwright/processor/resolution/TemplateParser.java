package io.stepwright.processor.resolution;

import io.stepwright.processor.resolution.PromptParser.Broken;
import io.stepwright.processor.resolution.PromptParser.SlotText;
import io.stepwright.processor.resolution.PromptParser.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text of a template into literal text, slots that code fills, and open slots. */
final class TemplateParser {

  private static final Pattern WRITE = Pattern.compile("\\{\\{\\s*write\\s*:\\s*");

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;

  private TemplateParser(String text) {
    this.text = text;
  }

  /** A piece of a text as it is written. */
  sealed interface Piece {}

  /** A piece that may also occur in a prompt. Its offset counts from the beginning of the text. */
  record Plain(PromptParser.Piece piece) implements Piece {}

  /**
   * An open slot.
   *
   * @param instruction the instruction in pieces
   * @param written the instruction as it is written
   * @param offset the offset in the text at which the slot begins
   */
  record Write(List<PromptParser.Piece> instruction, String written, int offset) implements Piece {}

  static List<Piece> parse(String text) {
    TemplateParser parser = new TemplateParser(text);
    parser.parse();
    return parser.pieces;
  }

  private void parse() {
    while (at < text.length()) {
      Matcher write = WRITE.matcher(text).region(at, text.length());
      if (text.startsWith("\\{{", at)) {
        literal.append("{{");
        at += 3;
      } else if (write.lookingAt()) {
        addLiteral();
        pieces.add(write(at, write.end()));
      } else if (text.startsWith("{{", at)) {
        addLiteral();
        int end = text.indexOf("}}", at);
        int next = end < 0 ? text.length() : end + 2;
        PromptParser.parse(text.substring(at, next))
            .forEach(piece -> pieces.add(new Plain(shift(piece, at))));
        at = next;
      } else {
        literal.append(text.charAt(at++));
      }
    }
    addLiteral();
  }

  private Piece write(int start, int instruction) {
    int end = end(instruction);
    if (end < 0) {
      at = text.length();
      return broken(text.substring(start), "has no closing braces", start);
    }
    at = end + 2;
    String written = text.substring(instruction, end).strip();
    if (written.isEmpty()) {
      return broken(text.substring(start, at), "does not say what to write", start);
    }
    List<PromptParser.Piece> pieces = new ArrayList<>();
    for (PromptParser.Piece piece : PromptParser.parse(written)) {
      pieces.add(shift(piece, instruction));
      if (piece instanceof Broken inner && inner.text().matches("\\{\\{\\s*write\\s*:.*")) {
        return broken("{{write:", "stands inside of another one", instruction + inner.offset());
      }
    }
    return new Write(pieces, written, start);
  }

  /**
   * Returns the offset of the braces that close an open slot, after the slots nested in it; -1 if
   * there are none. Closing braces belong to escaped opening ones, unless none would be left for
   * the slot then.
   */
  private int end(int from) {
    int end = end(from, 1);
    return end < 0 ? end(from, 0) : end;
  }

  private int end(int from, int depthOfEscaped) {
    int position = from;
    int depth = 1;
    while (position < text.length()) {
      if (text.startsWith("\\{{", position)) {
        depth += depthOfEscaped;
        position += 3;
      } else if (text.startsWith("{{", position)) {
        depth++;
        position += 2;
      } else if (text.startsWith("}}", position)) {
        depth--;
        if (depth == 0) {
          return position;
        }
        position += 2;
      } else {
        position++;
      }
    }
    return -1;
  }

  private static Piece broken(String text, String reason, int offset) {
    String line = text.lines().findFirst().orElse("");
    return new Plain(new Broken(line, reason, offset));
  }

  private static PromptParser.Piece shift(PromptParser.Piece piece, int by) {
    if (piece instanceof SlotText slot) {
      return new SlotText(slot.path(), slot.offset() + by);
    }
    return piece instanceof Broken broken
        ? new Broken(broken.text(), broken.reason(), broken.offset() + by)
        : piece;
  }

  private void addLiteral() {
    if (!literal.isEmpty()) {
      pieces.add(new Plain(new Text(literal.toString())));
      literal.setLength(0);
    }
  }
}
