package io.stepwright.openai.client;

import io.stepwright.spi.DeltaSink;
import io.stepwright.spi.ModelRequest;

/**
 * Hands the pieces of a text to a sink. Half a character at the end of a piece is kept until the
 * next one. For one thread.
 */
final class Deltas {

  private final DeltaSink sink;
  private String kept = "";
  private boolean any;

  Deltas(DeltaSink sink) {
    this.sink = sink;
  }

  /** Hands over a piece. */
  void add(String piece) throws InterruptedException {
    if (piece.isEmpty()) {
      return;
    }
    String text = kept + piece;
    int length = text.length();
    int whole = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    kept = text.substring(whole);
    hand(text.substring(0, whole));
  }

  /**
   * Ends the text.
   *
   * @param whole the text of the answer, which is handed over if no piece of it was
   */
  void end(String whole) throws InterruptedException {
    hand(kept);
    kept = "";
    if (!any) {
      hand(whole);
    }
  }

  private void hand(String text) throws InterruptedException {
    if (!text.isEmpty()) {
      any = true;
      try {
        sink.text(ModelRequest.wellFormed(text));
      } catch (RuntimeException e) {
        throw new SinkException(e);
      }
    }
  }

  /** Carries a failure of the sink, which is none of the server. */
  static final class SinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException failure;

    SinkException(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }

    RuntimeException failure() {
      return failure;
    }
  }
}
