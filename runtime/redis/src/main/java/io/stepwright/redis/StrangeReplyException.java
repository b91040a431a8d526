package io.stepwright.redis;

import java.io.IOException;

/** Thrown if a reply is not in the protocol of Redis. The message quotes nothing of it. */
final class StrangeReplyException extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean tls;

  StrangeReplyException(String what, boolean tls) {
    super(what);
    this.tls = tls;
  }

  /** Tells whether the reply looks like TLS. */
  boolean isTls() {
    return tls;
  }
}
