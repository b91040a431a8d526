package io.stepwright.openai.client;

import java.io.IOException;

/** Thrown if this process lacks a resource. */
final class ResourceShortageException extends IOException {

  private static final long serialVersionUID = 1L;

  private final ResourceShortage shortage;

  ResourceShortageException(ResourceShortage shortage) {
    super(shortage.name());
    this.shortage = shortage;
  }

  ResourceShortage shortage() {
    return shortage;
  }
}
