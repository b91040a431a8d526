package io.stepwright.engine.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the messages of models that write in channels, such as gpt-oss, where a server leaves in
 * the tokens between them: {@code <|channel|>analysis<|message|>…}. Only the channel {@code final}
 * is the answer.
 */
final class Channels {

  private static final Pattern HEADER =
      Pattern.compile(
          "(?:<\\|end\\|>\\s*+)?(?:<\\|start\\|>assistant\\s*+)?"
              + "<\\|channel\\|>\\s*+(\\w++)[^<]*+(?:<\\|constrain\\|>[^<]*+)?<\\|message\\|>");

  private static final Pattern END = Pattern.compile("<\\|(?:return|end)\\|>\\s*+$");

  private Channels() {}

  /**
   * Returns the end of a message that is not the answer, or of the header of the answer. Returns -1
   * if there is no header at the start, and the end of the text if no other message follows.
   */
  static int end(String text, int start) {
    Matcher header = HEADER.matcher(text).region(start, text.length());
    if (!header.lookingAt()) {
      return -1;
    } else if (header.group(1).equals("final")) {
      return header.end();
    }
    return header.find() ? header.start() : text.length();
  }

  /** Returns the text of an answer without the token that ends its message. */
  static String withoutEnd(String answer) {
    return END.matcher(answer).replaceFirst("");
  }
}
