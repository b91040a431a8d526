package io.stepwright;

/**
 * What {@link Cached} does with a near text that its guards, or its embedder, were not made for.
 */
public enum WhenNotJudged {
  /** It is not served: the model is asked. */
  REFUSE,
  /**
   * It is served by its similarity alone, whatever language it is in. A text that the embedder
   * cannot read at all, such as one with an emoji, is still compared exactly only.
   */
  SERVE
}
