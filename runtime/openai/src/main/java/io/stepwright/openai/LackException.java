package io.stepwright.openai;

import java.io.IOException;

/** Thrown if this process lacks a resource. */
final class LackException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Lack lack;

  LackException(Lack lack) {
    super(lack.name());
    this.lack = lack;
  }

  Lack lack() {
    return lack;
  }
}
