package io.stepwright.processor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mark in a source for an expected report: {@code <- Id} on the line of the mistake, {@code <- +2
 * Id} two lines before it, {@code <- Id: part of the text}, and at the end {@code [ecj 7]} or
 * {@code [ecj none]} where ecj prints another line, or no position at all.
 *
 * @param id the diagnostic's id
 * @param line its line, -1 if it has no position
 * @param fragment part of its text
 */
public record ExpectedDiagnostic(String id, int line, String fragment) {

  private static final Pattern MARK =
      Pattern.compile(
          "<- (?:\\+(?<down>\\d+) )?(?<id>[A-Z]\\w+)(?:: (?<text>.*?))?"
              + "(?: \\[ecj (?<ecj>\\w+)])?(?= // <-|$)");

  /** Returns the marks of a source that apply to a compiler. */
  public static List<ExpectedDiagnostic> in(String source, TestCompiler compiler) {
    List<ExpectedDiagnostic> found = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher mark = MARK.matcher(lines.get(i));
      while (mark.find()) {
        int line = i + 1 + (mark.group("down") == null ? 0 : Integer.parseInt(mark.group("down")));
        String ecj = mark.group("ecj");
        if (compiler.isEcj() && ecj != null) {
          line = ecj.equals("none") ? -1 : Integer.parseInt(ecj);
        }
        String text = mark.group("text");
        found.add(new ExpectedDiagnostic(mark.group("id"), line, text == null ? "" : text));
      }
    }
    return found;
  }
}
