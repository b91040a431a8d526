package io.stepwright.cache;

import io.stepwright.cache.text.CodeSigns;
import io.stepwright.cache.text.HiddenCharacters;
import io.stepwright.cache.text.Layout;

/** Makes texts that may share an answer without being compared by meaning the same. */
public final class TextKey {

  private static final String FOLDED = "folded:";
  private static final String AS_IT_IS = "as it is:";

  private TextKey() {}

  /**
   * What all writings of a text have in common. A text stands for itself only if characters are in
   * it that are not seen, as what is hidden in it reaches the model, too; so does one whose white
   * space or program code says something.
   */
  public static String of(String text) {
    return isOneWriting(text) ? AS_IT_IS + text : FOLDED + TextFolding.fold(text);
  }

  private static boolean isOneWriting(String text) {
    return HiddenCharacters.areIn(text) || Layout.matters(text) || CodeSigns.areIn(text);
  }
}
