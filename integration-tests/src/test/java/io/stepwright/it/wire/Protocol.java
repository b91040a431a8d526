package io.stepwright.it.wire;

import io.stepwright.openai.testing.ModelServer;

/** Protocols between runtime and server. */
enum Protocol {
  /** Each request in flight has a connection of its own. */
  HTTP_1_1("HTTP/1.1"),
  /** Encrypted; all requests share one connection. */
  HTTP_2("HTTP/2.0");

  private final String spelling;

  Protocol(String spelling) {
    this.spelling = spelling;
  }

  String spelling() {
    return spelling;
  }

  ModelServer start() {
    return this == HTTP_1_1 ? ModelServer.http() : ModelServer.https(100);
  }
}
