package io.stepwright.mcp;

import io.stepwright.mcp.lock.Lock;
import io.stepwright.mcp.session.Endpoint;
import io.stepwright.mcp.session.Failure;
import io.stepwright.mcp.session.Session;
import io.stepwright.wiring.JsonValue;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The session with a server, which the first call opens, and which is replaced when it has ended.
 */
final class Connection {

  private final String server;
  private final Endpoint endpoint;
  private final long timeoutNanos;
  private final ReentrantLock opening = new ReentrantLock();
  private final AtomicReference<@Nullable Session> session = new AtomicReference<>();
  private volatile @Nullable Session beginning;
  private volatile boolean closed;

  Connection(String server, Endpoint endpoint, Duration timeout) {
    this.server = server;
    this.endpoint = endpoint;
    this.timeoutNanos = timeout.toNanos();
  }

  String server() {
    return server;
  }

  /** Decides by the tools of a server whether a request is sent. */
  @FunctionalInterface
  interface Check {
    void check(Lock tools);
  }

  /** Returns the tools of the server as it lists them now. */
  Lock tools() {
    return converse(Session::tools, tools -> {}, false);
  }

  /**
   * Sends a request once the tools of the server have passed a check. If the session turns out to
   * have ended before the server has seen the request, it is sent in a new one.
   *
   * @throws McpException if there is no result
   */
  JsonValue request(String method, String params, Check check) {
    return converse((open, endNanos) -> open.request(method, params, endNanos), check, true);
  }

  private interface Action<T> {
    T in(Session open, long endNanos) throws Failure, InterruptedException;
  }

  private <T> T converse(Action<T> action, Check check, boolean hasEffect) {
    long endNanos = System.nanoTime() + timeoutNanos;
    try {
      Session known = session.get();
      boolean renewable = known != null;
      while (true) {
        boolean sent = false;
        Session open = null;
        try {
          open = open(endNanos);
          Lock tools = open.tools(endNanos);
          check.check(tools);
          sent = hasEffect;
          return action.in(open, endNanos);
        } catch (Failure e) {
          Failure failure = sent ? e : e.harmless();
          if (open != null && failure.endsSession()) {
            drop(open);
          }
          // A session that this call has opened itself is not replaced.
          boolean wasKnown = open == null || open == known;
          if (closed || !renewable || !wasKnown || !failure.isUnseen()) {
            throw Failures.of(server, failure, sent, closed);
          }
          renewable = false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted(server);
    }
  }

  private Session open(long endNanos) throws Failure, InterruptedException {
    Session known = session.get();
    if (known != null && known.isOpen()) {
      return known;
    }
    if (!opening.tryLock(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new Failure(Failure.Kind.NOT_SENT, "it did not answer in time");
    }
    try {
      known = session.get();
      if (known != null && known.isOpen()) {
        return known;
      }
      if (known != null) {
        drop(known);
      }
      return begin(endNanos);
    } finally {
      opening.unlock();
    }
  }

  private Session begin(long endNanos) throws Failure, InterruptedException {
    Session begun = Session.begin(server, endpoint);
    boolean open = false;
    try {
      beginning = begun; // From here on, close ends it.
      if (!closed) {
        begun.initialize(endNanos);
        session.set(begun);
        open = !closed;
      }
    } finally {
      beginning = null;
      if (!open) {
        drop(begun);
      }
    }
    if (!open) {
      throw new Failure(Failure.Kind.NOT_SENT, "the session was closed");
    }
    return begun;
  }

  private void drop(Session ended) {
    session.compareAndSet(ended, null);
    ended.close();
  }

  /** Ends the session, and one that is being opened. No other is opened any more. */
  void close() {
    closed = true;
    for (Session each : new Session[] {session.get(), beginning}) {
      if (each != null) {
        drop(each);
      }
    }
    endpoint.close();
  }
}
