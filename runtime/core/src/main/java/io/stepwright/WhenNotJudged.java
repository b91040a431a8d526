package io.stepwright;

/**
 * The treatment by {@link Cached} of a similar text that its guards or its embedder do not support.
 */
public enum WhenNotJudged {
  /** The cached answer is not served: the model is asked. */
  REFUSE,
  /**
   * The cached answer is served by similarity alone, whatever the language. A text that the
   * embedder cannot read at all, such as one with an emoji, still hits on the same words only.
   */
  SERVE
}
