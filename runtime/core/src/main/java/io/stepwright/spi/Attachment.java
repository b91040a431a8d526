package io.stepwright.spi;

/** A value of an application that is sent to a model as a part of its own, such as a picture. */
public interface Attachment {

  /** Returns the part to send. */
  Part part();
}
