package io.stepwright.mcp.session;

import io.stepwright.background.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A session over the streams of a process: a message on each line. */
final class ProcessLine implements Line {

  private static final Logger LOGGER = System.getLogger("io.stepwright.mcp");
  private static final long JOIN_MILLIS = 1_000;

  private final ChildProcess child;
  private final Receiver receiver;
  private final BlockingQueue<Message> unwritten = new LinkedBlockingQueue<>(Limits.UNWRITTEN);
  private final List<Thread> threads = new ArrayList<>();
  private final ErrorLog errors;
  private volatile boolean ended;

  private record Message(String json, @Nullable String id) {}

  private ProcessLine(String server, ChildProcess child, Receiver receiver) {
    this.child = child;
    this.receiver = receiver;
    errors = new ErrorLog(server);
    threads.add(DaemonThreads.daemon(this::read, "stepwright-mcp-" + server + "-in"));
    threads.add(DaemonThreads.daemon(this::write, "stepwright-mcp-" + server + "-out"));
    threads.add(
        DaemonThreads.daemon(
            () -> errors.read(child.process().getErrorStream()),
            "stepwright-mcp-" + server + "-err"));
  }

  static ProcessLine start(String server, ProcessBuilder builder, Receiver receiver)
      throws IOException {
    ProcessLine line = new ProcessLine(server, ChildProcess.start(builder), receiver);
    line.threads.forEach(Thread::start);
    return line;
  }

  @Override
  public CompletableFuture<?> send(String json, @Nullable String id) {
    if (ended || !unwritten.offer(new Message(json, id))) {
      unsent(id, ended ? "its process has ended" : "its process does not read");
    } else if (ended) {
      drain();
    }
    return CompletableFuture.completedFuture(null); // They are written in their order.
  }

  private void unsent(@Nullable String id, String why) {
    if (id != null) {
      receiver.failed(id, new Failure(Failure.Kind.NOT_SENT, why));
    }
  }

  private void drain() {
    for (Message message = unwritten.poll(); message != null; message = unwritten.poll()) {
      unsent(message.id(), "its process has ended");
    }
  }

  private void write() {
    OutputStream out = child.process().getOutputStream();
    while (!ended) {
      Message message;
      try {
        message = unwritten.take();
      } catch (InterruptedException e) {
        break; // By close.
      }
      try {
        out.write((message.json() + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        // A line that nobody can read to its end is not acted on.
        unsent(message.id(), "its process has ended");
        end(new Failure(Failure.Kind.LOST, child.end()));
      }
    }
    drain();
  }

  private void read() {
    BoundedBytes line = new BoundedBytes();
    byte[] chunk = new byte[8192];
    Failure failure;
    try {
      InputStream in = child.process().getInputStream();
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        for (int i = 0; i < n; i++) {
          if (chunk[i] == '\n') {
            received(line.take());
          } else {
            line.add(chunk[i]);
          }
        }
      }
      failure = new Failure(Failure.Kind.LOST, child.end());
    } catch (OversizedException e) {
      failure = new Failure(Failure.Kind.PROTOCOL, e.message());
    } catch (IOException e) {
      failure = new Failure(Failure.Kind.LOST, child.end());
    } catch (RuntimeException e) {
      LOGGER.log(Level.WARNING, "A message of an MCP server could not be handled.", e);
      failure = new Failure(Failure.Kind.PROTOCOL, "a message of it could not be handled");
    }
    end(failure);
  }

  private void received(String text) {
    String message = text.strip();
    if (message.startsWith("{") || message.startsWith("[")) {
      receiver.message(message);
    } else if (!message.isEmpty()) {
      errors.log(message); // Not allowed, but common: a greeting.
    }
  }

  private void end(Failure failure) {
    ended = true;
    drain();
    receiver.ended(failure);
  }

  @Override
  public void abandon(String id) {}

  @Override
  public void agreed(String protocolVersion) {}

  @Override
  public void listen() {}

  @Override
  public void close(boolean orderly) {
    ended = true;
    threads.get(1).interrupt();
    child.close(orderly);
    try {
      for (Thread thread : threads) {
        if (thread != Thread.currentThread()) {
          thread.join(JOIN_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
