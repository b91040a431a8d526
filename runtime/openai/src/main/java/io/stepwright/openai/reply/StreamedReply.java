package io.stepwright.openai.reply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Joins the pieces of a streamed chat completion. A piece is read like a whole one, but has a
 * {@code delta} in place of its message. For one thread.
 */
public final class StreamedReply {

  private final CallFragments fragments = new CallFragments();
  private @Nullable String id;
  private @Nullable String model;
  private long inputTokens = Scalars.UNKNOWN;
  private long outputTokens = Scalars.UNKNOWN;
  private @Nullable StringBuilder content;
  private @Nullable StringBuilder refusal;
  private FinishWord finish = FinishWord.NONE;
  private boolean called;
  private boolean chosen;
  private boolean said;
  private boolean ended;
  private @Nullable ServerError choiceError;
  private @Nullable ServerError error;

  /** Makes an answer without any piece. */
  public StreamedReply() {}

  /**
   * Adds a piece.
   *
   * @param data the data of an event
   * @return the text that the piece adds to the answer, maybe empty
   * @throws UnreadableBodyException if it is not a piece of a chat completion
   * @throws IOException if it is cut
   */
  public String add(byte[] data) throws IOException {
    ChatReply piece = ChatReplyReader.read(new ByteArrayInputStream(data), fragments);
    id = piece.id() == null ? id : piece.id();
    model = piece.model() == null ? model : piece.model();
    inputTokens = piece.inputTokens() == Scalars.UNKNOWN ? inputTokens : piece.inputTokens();
    outputTokens = piece.outputTokens() == Scalars.UNKNOWN ? outputTokens : piece.outputTokens();
    error = piece.error() == null ? error : piece.error();
    Choice choice = piece.choice();
    return choice == null ? "" : add(choice);
  }

  private String add(Choice choice) {
    chosen = true;
    choiceError = choice.error() == null ? choiceError : choice.error();
    FinishWord word = choice.finish();
    ended |= isWord(word) && !isCall(choice);
    if (word.meaning() == FinishWord.Meaning.TOOLS) {
      // Any other word for the end counts more: the calls may be cut.
      called = true;
    } else {
      finish = finish.beside(word);
    }
    Message message = choice.message();
    if (message == null) {
      return "";
    }
    said = true;
    refusal = joined(refusal, message.refusal());
    content = joined(content, message.content());
    return message.content() == null ? "" : message.content();
  }

  private static boolean isWord(FinishWord finish) {
    return !finish.word().isEmpty()
        && !finish.word().equalsIgnoreCase("null")
        && !finish.equals(FinishWord.UNREAD_PART);
  }

  /** Tells whether the finish word is the sign of a fragment of a call. */
  private static boolean isCall(Choice choice) {
    Message message = choice.message();
    return message != null
        && message.finish().meaning() == FinishWord.Meaning.TOOLS
        && choice.finish().equals(message.finish());
  }

  private static @Nullable StringBuilder joined(
      @Nullable StringBuilder before, @Nullable String more) {
    if (more == null) {
      return before;
    }
    return before == null ? new StringBuilder(more) : before.append(more);
  }

  /** Tells whether a piece has said why the model stopped, or that there was an error. */
  public boolean isEnded() {
    return ended || isFailed();
  }

  /** Tells whether a piece has said that there was an error, after which nothing counts. */
  public boolean isFailed() {
    return error != null || choiceError != null;
  }

  /** Tells whether a piece has told a number of tokens. */
  public boolean isCounted() {
    return inputTokens != Scalars.UNKNOWN || outputTokens != Scalars.UNKNOWN;
  }

  /** Returns the number of characters that are kept: of the text, a refusal and calls of tools. */
  public long characters() {
    return fragments.characters()
        + (content == null ? 0 : content.length())
        + (refusal == null ? 0 : refusal.length());
  }

  /** Returns the whole answer. */
  public ChatReply reply() {
    Message message =
        new Message(
            content == null ? null : content.toString(),
            refusal == null || refusal.toString().isBlank() ? null : refusal.toString(),
            fragments.calls(),
            FinishWord.NONE,
            null);
    FinishWord all = called ? finish.beside(FinishWord.CALLED_TOOL) : finish;
    return new ChatReply(
        id,
        model,
        inputTokens,
        outputTokens,
        chosen ? new Choice(said ? message : null, all, choiceError) : null,
        error);
  }
}
