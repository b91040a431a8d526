package io.stepwright.spi;

/** Receives the text of an answer piece by piece, on the thread that asks. */
@FunctionalInterface
public interface DeltaSink {

  /**
   * Takes the next piece of the text.
   *
   * @param piece well-formed and not empty
   * @throws InterruptedException if the answer is not wanted any more
   */
  void text(String piece) throws InterruptedException;
}
