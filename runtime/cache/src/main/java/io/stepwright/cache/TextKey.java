package io.stepwright.cache;

import io.stepwright.cache.text.CodeSigns;
import io.stepwright.cache.text.HiddenCharacters;
import io.stepwright.cache.text.Layout;

/** Maps texts that may share an answer without a comparison by meaning to the same key. */
public final class TextKey {

  private static final String FOLDED = "folded:";
  private static final String AS_IT_IS = "as it is:";

  private TextKey() {}

  /**
   * Returns the key that all writings of a text share. A text with hidden characters shares its key
   * with no other, as the hidden content reaches the model too; nor does a text whose white space
   * is significant, or that contains program code.
   */
  public static String of(String text) {
    return isOneWriting(text) ? AS_IT_IS + text : FOLDED + TextFolding.fold(text);
  }

  private static boolean isOneWriting(String text) {
    return HiddenCharacters.areIn(text) || Layout.matters(text) || CodeSigns.areIn(text);
  }
}
