package io.stepwright.redis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Redis server as a separate process, on a free port of the loopback, without persistence. For
 * one thread.
 */
public final class RedisServer implements AutoCloseable {

  private static final long START_SECONDS = 30;

  private final Path executable;
  private final Path folder;
  private final int port;
  private final List<String> options;
  private Process process;

  private RedisServer(int version, int port, List<String> options) {
    this.executable =
        RedisExecutable.find(version)
            .orElseThrow(() -> new IllegalStateException(RedisExecutable.howToInstall(version)));
    this.options = List.copyOf(options);
    this.port = port;
    try {
      this.folder = Files.createTempDirectory("redis-server");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.process = launch();
  }

  /** Tells whether {@link #start} can work. */
  public static boolean isAvailable() {
    return RedisExecutable.find(8).isPresent();
  }

  /**
   * A server of version 8 that takes connections.
   *
   * @param options as on the command line: {@code --maxmemory}, {@code 10mb}, …
   * @throws IllegalStateException if there is no executable; its message says how to get one
   */
  public static RedisServer start(String... options) {
    return new RedisServer(8, freePort(), List.of(options));
  }

  /** Starts a server in place of one that was killed; otherwise as {@link #start}. */
  public static RedisServer startOn(int port, String... options) {
    return new RedisServer(8, port, List.of(options));
  }

  /** Starts a server of version 7, which has no vector sets; otherwise as {@link #start}. */
  public static RedisServer startOld(String... options) {
    return new RedisServer(7, freePort(), List.of(options));
  }

  /** Returns a port that was free a moment ago. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the port of the server, which a restart keeps. */
  public int port() {
    return port;
  }

  /** Returns {@code redis://127.0.0.1:port}. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Returns a folder that is removed with the server. */
  public Path folder() {
    return folder;
  }

  /** Suspends the process; connections stay open, and nothing is answered. */
  public void pause() {
    signal("-STOP");
  }

  /** Ends {@link #pause}. */
  public void resume() {
    signal("-CONT");
  }

  /** Kills the process at once, as if the machine had failed. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Starts the server again after {@link #kill}, without its data, on the same port. */
  public void restart() {
    process = launch();
  }

  /**
   * Sends one command on a separate connection.
   *
   * @return the reply as text: the message of an error, a list with commas, nothing as the empty
   *     text
   */
  public String command(String... words) {
    return PlainClient.send(port, words);
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process launch() {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    command.addAll(List.of("--port", String.valueOf(port), "--bind", "127.0.0.1"));
    command.addAll(List.of("--save", "", "--appendonly", "no", "--dir", folder.toString()));
    command.addAll(options);
    Path log = folder.resolve("log");
    try {
      Process started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .directory(folder.toFile())
              .start();
      process = started;
      // Ends the server of an aborted test, too.
      Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
      awaitStart(started, log);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitStart(Process started, Path log) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (!answers()) {
      if (!started.isAlive() || System.nanoTime() - end > 0) {
        started.destroyForcibly();
        throw new IllegalStateException("redis-server does not start:\n" + Files.readString(log));
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        started.destroyForcibly();
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** Tells whether the server answers; a request for a password counts, too. */
  private boolean answers() {
    try {
      return !command("PING").isEmpty();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private void signal(String signal) {
    try {
      Process kill =
          new ProcessBuilder("kill", signal, String.valueOf(process.pid())).inheritIO().start();
      if (kill.waitFor() != 0) {
        throw new IllegalStateException("kill " + signal + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("redis-server does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
