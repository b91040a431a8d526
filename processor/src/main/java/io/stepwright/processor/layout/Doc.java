package io.stepwright.processor.layout;

/** A node of the document to print. */
interface Doc {

  /**
   * Returns its width in columns on one line; {@link Op#ENDLESS} or more if it needs several lines.
   */
  int width();
}
