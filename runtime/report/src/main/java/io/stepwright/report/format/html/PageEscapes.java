package io.stepwright.report.format.html;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import org.jspecify.annotations.Nullable;

/** Escapes for JSON within a script element: no text ends the element or begins a comment. */
final class PageEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;
  private static final int[] ESCAPES = standardAsciiEscapesForJSON();

  static {
    for (char c : new char[] {'<', '>', '&', '\''}) {
      ESCAPES[c] = ESCAPE_STANDARD;
    }
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ESCAPES.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int character) {
    return null;
  }
}
