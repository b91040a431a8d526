package io.stepwright.openai.testing;

import java.util.concurrent.CompletableFuture;

/** Holds answers back until it is opened, without holding threads. Thread-safe. */
public final class Gate {

  private final CompletableFuture<Void> opened = new CompletableFuture<>();

  /** A closed gate. */
  public Gate() {}

  /** Releases all answers, now and later. Opening twice is harmless. */
  public void open() {
    opened.complete(null);
  }

  CompletableFuture<Void> opened() {
    return opened;
  }
}
