package io.stepwright.redis;

import java.io.IOException;

/** A server has answered what no Redis answers. Its message quotes nothing of that. */
final class StrangeReplyException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean tls;

  StrangeReplyException(String what, boolean tls) {
    super(what);
    this.tls = tls;
  }

  /** Whether it looks like TLS. */
  boolean isTls() {
    return tls;
  }
}
