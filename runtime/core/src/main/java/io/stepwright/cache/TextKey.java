package io.stepwright.cache;

import io.stepwright.cache.text.HiddenCharacters;

/** Makes texts that may share an answer without being compared by meaning the same. */
public final class TextKey {

  private static final String FOLDED = "folded:";
  private static final String AS_IT_IS = "as it is:";

  private TextKey() {}

  /**
   * What all writings of a text have in common. A text with characters that are not seen stands for
   * itself only: what is hidden in it reaches the model, too.
   */
  public static String of(String text) {
    return HiddenCharacters.areIn(text) ? AS_IT_IS + text : FOLDED + TextFolding.fold(text);
  }
}
