package io.stepwright.openai;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a process can run out of when it makes requests. The operating system tells the JDK, which
 * has one class of exceptions for this and for what servers do, so only the text tells them apart.
 */
enum Lack {
  /** File descriptors: of the process, or of the machine. */
  FILES(
      "has no file descriptor left (ulimit -n)",
      "Raise that limit, or lower max-concurrency of the provider.",
      "too many open files"),

  /** Local ports, or an address of the kind that is connected to. */
  ADDRESSES(
      "has no local address or port left",
      "Lower max-concurrency of the provider, or check the addresses of this machine.",
      "assign requested address",
      "address not available"),

  /** Memory of the operating system. */
  MEMORY(
      "gets no memory of the operating system",
      "Give the machine or the container more, or lower max-concurrency of the provider.",
      "cannot allocate memory",
      "no buffer space available",
      "direct buffer memory"),

  /** Threads. */
  THREADS(
      "cannot start another thread (ulimit -u, or the limit of the container)",
      "Raise that limit.",
      "unable to create native thread"),

  /** The budget of bytes for answers under way. */
  ANSWERS(
      "holds as many bytes of answers as its heap allows",
      "Raise -Xmx, or lower max-concurrency of the provider.");

  private static final int MOST_CAUSES = 10;

  private final String what;
  private final String remedy;
  private final List<String> phrases;

  Lack(String what, String remedy, String... phrases) {
    this.what = what;
    this.remedy = remedy;
    this.phrases = List.of(phrases);
  }

  /** What a failure says the process lacks, or null if it is another one. */
  static @Nullable Lack of(Throwable failure) {
    Throwable cause = failure;
    for (int i = 0; cause != null && i < MOST_CAUSES; i++) {
      if (cause instanceof LackException known) {
        return known.lack();
      }
      String folded = worded(cause).toLowerCase(Locale.ROOT);
      for (Lack lack : values()) {
        if (lack.phrases.stream().anyMatch(folded::contains)) {
          return lack;
        }
      }
      cause = cause.getCause();
    }
    return null;
  }

  /** The message of an exception, if it is surely the JDK's own: others may quote a server. */
  private static String worded(Throwable failure) {
    boolean own =
        failure instanceof Error
            || failure instanceof SocketException
            || failure instanceof FileNotFoundException
            || failure instanceof FileSystemException
            || (failure.getClass() == IOException.class && failure.getCause() == null);
    return own && failure.getMessage() != null ? failure.getMessage() : "";
  }

  /** What happened and what to do, for a request to the server at an address. */
  String message(String address) {
    return "This process "
        + what
        + ", which a request to the server at "
        + address
        + " needs. "
        + remedy;
  }
}
