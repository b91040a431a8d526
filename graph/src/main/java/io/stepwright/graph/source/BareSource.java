package io.stepwright.graph.source;

/**
 * Removes the parts of Java source that could be mistaken for code: comments, strings and
 * characters are replaced by spaces, and lines keep their numbers.
 */
final class BareSource {

  private final String source;
  private final StringBuilder bare = new StringBuilder();
  private int at;

  private BareSource(String source) {
    this.source = source;
  }

  static String of(String source) {
    BareSource bare = new BareSource(source);
    while (bare.at < source.length()) {
      bare.next();
    }
    return bare.bare.toString();
  }

  private void next() {
    if (source.startsWith("//", at)) {
      blankTo(end("\n", at) - 1);
    } else if (source.startsWith("/*", at)) {
      blankTo(end("*/", at + 2));
    } else if (source.startsWith("\"\"\"", at)) {
      blankTo(closing("\"\"\"", at + 3));
    } else if (source.charAt(at) == '"' || source.charAt(at) == '\'') {
      blankTo(closing(source.substring(at, at + 1), at + 1));
    } else {
      bare.append(source.charAt(at++));
    }
  }

  private int end(String mark, int from) {
    int found = source.indexOf(mark, from);
    return found < 0 ? source.length() + 1 : found + mark.length();
  }

  private int closing(String mark, int from) {
    for (int i = from; i < source.length(); i++) {
      if (source.charAt(i) == '\\') {
        i++;
      } else if (source.startsWith(mark, i)) {
        return i + mark.length();
      }
    }
    return source.length();
  }

  private void blankTo(int end) {
    for (; at < Math.min(end, source.length()); at++) {
      char character = source.charAt(at);
      bare.append(character == '\n' || character == '\r' ? character : ' ');
    }
  }
}
