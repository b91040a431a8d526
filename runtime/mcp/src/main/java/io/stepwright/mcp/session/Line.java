package io.stepwright.mcp.session;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Carries messages to a server and back. Thread-safe. No method waits for the server. */
interface Line {

  /** Receives what happens. Called on threads of the line. Thread-safe. */
  interface Receiver {

    /** Receives a message of the server, of bounded length. */
    void message(String json);

    /** Receives the end of a request that will not be answered any more. */
    void failed(String id, Failure failure);

    /** Receives the end of the line. No request will be answered any more. */
    void ended(Failure failure);

    /** Tells whether a request still waits for its answer. */
    boolean waits(String id);

    /** Receives a sign that the session may have ended. */
    void doubtful();
  }

  /**
   * Begins to send a message. What becomes of it, the receiver is told.
   *
   * @param id the id of the request; null if no answer is expected
   * @return ends, in whatever way, when a message without an id has been taken; for a request, it
   *     has ended
   */
  CompletableFuture<?> send(String json, @Nullable String id);

  /** Gives up the exchange of a request. */
  void abandon(String id);

  /** Notes the version of the protocol that the first answer names. */
  void agreed(String protocolVersion);

  /** Begins to listen for messages that are not answers; the session has been made. */
  void listen();

  /**
   * Ends the line, its threads and its process. Waits for them at most a few seconds.
   *
   * @param orderly whether the server may still be told
   */
  void close(boolean orderly);
}
