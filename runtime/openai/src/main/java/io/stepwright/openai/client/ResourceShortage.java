package io.stepwright.openai.client;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A resource of the process or the machine that a request can lack. The JDK uses the same exception
 * classes for this and for faults of servers, so only the operating system's text tells them apart.
 */
enum ResourceShortage {
  /** File descriptors of the process or of the machine. */
  FILES(
      "has no file descriptor left (ulimit -n)",
      "Raise that limit, or lower max-concurrency of the provider.",
      "too many open files"),

  /** Local ports, or an address of the family that is connected to. */
  ADDRESSES(
      "has no local address or port left",
      "Lower max-concurrency of the provider, or check the addresses of this machine.",
      "assign requested address",
      "address not available"),

  /** Memory of the operating system. */
  MEMORY(
      "gets no memory from the operating system",
      "Give the machine or the container more, or lower max-concurrency of the provider.",
      "cannot allocate memory",
      "no buffer space available",
      "direct buffer memory"),

  /** Threads. */
  THREADS(
      "cannot start another thread (ulimit -u, or the limit of the container)",
      "Raise that limit.",
      "unable to create native thread"),

  /** The budget of bytes for answers in flight. */
  ANSWERS(
      "holds as many bytes of answers as its heap allows",
      "Raise -Xmx, or lower max-concurrency of the provider.");

  private static final int MOST_CAUSES = 10;

  private final String what;
  private final String remedy;
  private final List<String> phrases;

  ResourceShortage(String what, String remedy, String... phrases) {
    this.what = what;
    this.remedy = remedy;
    this.phrases = List.of(phrases);
  }

  /** Returns the resource whose shortage a failure reports, or null for another failure. */
  static @Nullable ResourceShortage of(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      if (cause instanceof ResourceShortageException known) {
        return known.shortage();
      }
      String folded = worded(cause).toLowerCase(Locale.ROOT);
      for (ResourceShortage shortage : values()) {
        if (shortage.phrases.stream().anyMatch(folded::contains)) {
          return shortage;
        }
      }
      cause = cause.getCause();
    }
    return null;
  }

  /**
   * Returns the message of an exception if it is surely the JDK's own; others may quote a server.
   */
  private static String worded(Throwable failure) {
    boolean own =
        failure instanceof Error
            || failure instanceof SocketException
            || failure instanceof FileNotFoundException
            || failure instanceof FileSystemException
            || (failure.getClass() == IOException.class && failure.getCause() == null);
    return own && failure.getMessage() != null ? failure.getMessage() : "";
  }

  /** Returns the problem and its remedy, for a request to the server at an address. */
  String message(String address) {
    return "This process "
        + what
        + ", which a request to the server at "
        + address
        + " needs. "
        + remedy;
  }
}
