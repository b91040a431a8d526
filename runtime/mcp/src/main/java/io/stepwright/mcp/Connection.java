package io.stepwright.mcp;

import io.stepwright.mcp.lock.Lock;
import io.stepwright.mcp.session.Endpoint;
import io.stepwright.mcp.session.Failure;
import io.stepwright.mcp.session.Session;
import io.stepwright.wiring.JsonValue;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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
  private volatile @Nullable Session session;
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
    return converse(Session::tools, tools -> {}, null);
  }

  /**
   * Sends a request once the tools of the server have passed a check. If the session turns out to
   * have ended before the server has seen the request, it is sent in a new one.
   *
   * @throws McpException if there is no result
   */
  JsonValue request(String method, String params, Check check) {
    return converse(
        (open, endNanos) -> open.request(method, params, endNanos), check, Failure.Kind.LOST);
  }

  private interface Action<T> {
    T in(Session open, long endNanos) throws Failure, InterruptedException;
  }

  private <T> T converse(Action<T> action, Check check, Failure.@Nullable Kind ambiguous) {
    long endNanos = System.nanoTime() + timeoutNanos;
    try {
      Session known = session;
      boolean renewable = known != null;
      while (true) {
        boolean sent = false;
        Session open = null;
        try {
          open = open(endNanos);
          Lock tools = open.tools(endNanos);
          check.check(tools);
          sent = ambiguous != null;
          return action.in(open, endNanos);
        } catch (Failure e) {
          Failure failure = sent ? e : e.harmless();
          if (open != null && failure.endsSession()) {
            drop(open);
          }
          // A session that this call has opened itself is not replaced.
          if (closed || !renewable || open != known && open != null || !failure.isUnseen()) {
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
    Session known = session;
    if (known != null && known.isOpen()) {
      return known;
    }
    if (!opening.tryLock(endNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
      throw new Failure(Failure.Kind.NOT_SENT, "it did not answer in time");
    }
    try {
      known = session;
      if (known != null && known.isOpen()) {
        return known;
      }
      if (closed) {
        throw new Failure(Failure.Kind.NOT_SENT, "the session was closed");
      }
      if (known != null) {
        session = null;
        known.close();
      }
      Session opened = Session.open(server, endpoint, endNanos);
      session = opened;
      if (closed) {
        drop(opened);
        throw new Failure(Failure.Kind.NOT_SENT, "the session was closed");
      }
      return opened;
    } finally {
      opening.unlock();
    }
  }

  private void drop(Session ended) {
    opening.lock();
    try {
      if (session == ended) {
        session = null;
      }
    } finally {
      opening.unlock();
    }
    ended.close();
  }

  void close() {
    closed = true;
    Session last = session;
    if (last != null) {
      last.close();
    }
    // One that is being opened is closed by the thread that opens it.
    endpoint.close();
  }
}
