package io.stepwright.processor.layout;

/** A node of the document that is printed. */
interface Doc {

  /** The columns it takes on one line; {@link Op#ENDLESS} or more if it needs several. */
  int width();
}
