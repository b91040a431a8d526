package io.stepwright.processor.resolution;

import io.stepwright.config.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the lines that divide a prompt file into two messages: {@code --- system ---}, then {@code
 * --- user ---}. A line that resembles a marker without being one is an error, because it would be
 * sent to the model and the messages would not be divided.
 */
final class PromptMarkers {

  private static final Pattern EXACT =
      Pattern.compile("[ \\t]*---[ \\t]*(system|user)[ \\t]*---[ \\t]*");

  /** Hyphens, minus signs, and the dashes that editors substitute for two or three hyphens. */
  private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

  private static final int LONGEST_NAME = 40;

  private static final String LONG_DASHES = "\u2013\u2014\u2015";

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\h]*:?");

  /** Names that such lines have in other formats, or that resemble the two roles. */
  private static final Set<String> ROLES =
      Set.of(
          "system",
          "user",
          "assistant",
          "developer",
          "human",
          "prompt",
          "systemmessage",
          "systemprompt",
          "usermessage",
          "userprompt");

  private PromptMarkers() {}

  /** The division of a file. */
  sealed interface Parting {}

  /** An undivided file, which is all user message. */
  record Whole() implements Parting {}

  /**
   * A file with both messages.
   *
   * @param systemStart the offset at which the system message begins
   * @param systemEnd the offset at which it ends
   * @param userStart the offset at which the user message begins
   */
  record Parts(int systemStart, int systemEnd, int userStart) implements Parting {}

  /**
   * A file with a wrong line.
   *
   * @param offset the offset at which the line begins
   * @param line the line
   * @param reason the problem
   */
  record Wrong(int offset, String line, String reason) implements Parting {}

  /**
   * A marker.
   *
   * @param role {@code system} or {@code user}
   * @param start the offset at which its line begins
   * @param end the offset at which the text after the line begins
   */
  private record Marker(String role, int start, int end) {}

  /** Divides a file, whose lines must end with line feeds alone. */
  static Parting part(String file) {
    List<Marker> markers = new ArrayList<>();
    int start = 0;
    for (String line : file.split("\n", -1)) {
      Matcher exact = EXACT.matcher(line);
      if (exact.matches()) {
        int end = Math.min(file.length(), start + line.length() + 1);
        markers.add(new Marker(exact.group(1), start, end));
      } else if (isNearly(line)) {
        return new Wrong(start, line.strip(), "is nearly a marker, but not one");
      }
      start += line.length() + 1;
    }
    return markers.isEmpty() ? new Whole() : parts(file, markers);
  }

  private static Parting parts(String file, List<Marker> markers) {
    Marker system = markers.get(0);
    if (!system.role().equals("system")) {
      return wrong(file, system, "has no '--- system ---' before it");
    }
    if (!file.substring(0, system.start()).isBlank()) {
      return wrong(file, system, "has text before it, which is part of no message");
    }
    if (markers.size() == 1) {
      return wrong(file, system, "has no '--- user ---' after it");
    }
    Marker user = markers.get(1);
    if (!user.role().equals("user")) {
      return wrong(file, user, "stands there a second time");
    }
    return markers.size() > 2
        ? wrong(file, markers.get(2), "comes after the user message has begun")
        : new Parts(system.end(), user.start(), user.end());
  }

  private static Wrong wrong(String file, Marker marker, String reason) {
    return new Wrong(marker.start(), file.substring(marker.start(), marker.end()).strip(), reason);
  }

  private static boolean isNearly(String line) {
    int start = 0;
    int before = 0;
    while (start < line.length() && isPart(line.charAt(start))) {
      before += dashes(line.charAt(start++));
    }
    int end = line.length();
    int after = 0;
    while (end > start && isPart(line.charAt(end - 1))) {
      after += dashes(line.charAt(--end));
    }
    boolean dashed = Math.max(before, after) >= 3 || Math.min(before, after) >= 2;
    String name = line.substring(start, end);
    return dashed
        && name.length() <= LONGEST_NAME
        && NAME.matcher(name).matches()
        && Nearest.to(name.replaceAll("[\\h:]", ""), ROLES).isPresent();
  }

  private static boolean isPart(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || dashes(c) > 0;
  }

  private static int dashes(char c) {
    return LONG_DASHES.indexOf(c) >= 0 ? 3 : DASHES.indexOf(c) >= 0 ? 1 : 0;
  }
}
