package io.stepwright.it.providers;

/** A kind of failure that each server words in its own way. */
enum Trouble {
  WRONG_KEY("refused the API key", 1),
  TOO_LONG("too long for model", 1),
  RATE_LIMIT("limits the rate of requests", 3),
  FILTER("filter|the model refused", 1),
  OVERLOAD("failed|broke off|sent an empty answer", 3);

  private final String message;
  private final int requests;

  Trouble(String message, int requests) {
    this.message = message;
    this.requests = requests;
  }

  /** Returns a pattern of a part of the exception's message. */
  String message() {
    return message;
  }

  /** Returns the number of requests to the server. */
  int requests() {
    return requests;
  }

  /** Returns a text that makes a server fail in this way. */
  String trigger() {
    return "[" + name() + "]";
  }
}
