package io.stepwright.runtime;

/**
 * Thrown if a conversation was changed between loading and saving, for example in another tab of
 * the browser. Nothing was saved, and the turns of the other one are untouched.
 *
 * <p>There are two ways to go on from {@link #stored()}: ask the model again, if its answer depends
 * on what was said meanwhile, or append the same turns to it and save that.
 */
public final class ConversationConflictException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Conversation stored;

  ConversationConflictException(Conversation stored) {
    super(
        "The conversation was changed since it was loaded; it has "
            + (stored.size() == 1 ? "1 turn" : stored.size() + " turns")
            + " now. Nothing was saved. Append the new turns to stored() and save them, or load the conversation and ask again.");
    this.stored = stored;
  }

  /**
   * Returns the conversation as it was in the store when saving failed; empty if it had expired or
   * was removed.
   */
  public Conversation stored() {
    return stored;
  }
}
