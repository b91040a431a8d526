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
    this(
        stored,
        "The conversation was changed since it was loaded; it has "
            + turns(stored)
            + " now. Nothing was saved. Append the new turns to stored() and save them, or load the conversation and ask again.");
  }

  private ConversationConflictException(Conversation stored, String message) {
    super(message);
    this.stored = stored;
  }

  /**
   * Makes the exception for a caller who saves with a part of the conversation as the former one.
   */
  static ConversationConflictException ofPart(Conversation stored, Conversation before) {
    return new ConversationConflictException(
        stored,
        "The conversation has "
            + turns(stored)
            + ", but save was given the newest "
            + before.size()
            + " as the conversation before. Nothing was saved. Give save the whole conversation that load(id) returned, not a part such as within(…) or last(…), and add the new turns to the whole one, too.");
  }

  private static String turns(Conversation stored) {
    return stored.size() == 1 ? "1 turn" : stored.size() + " turns";
  }

  /**
   * Returns the conversation as it was in the store when saving failed; empty if it had expired or
   * was removed.
   */
  public Conversation stored() {
    return stored;
  }
}
