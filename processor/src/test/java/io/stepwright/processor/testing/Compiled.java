package io.stepwright.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * The result of a compilation.
 *
 * @param succeeded whether there was no error
 * @param messages all messages of the compiler and the processor
 * @param classes the folder of class files
 * @param generated the folder of generated sources
 * @param output further output of the compiler
 */
public record Compiled(
    boolean succeeded, List<Message> messages, Path classes, Path generated, String output) {

  /**
   * A message.
   *
   * @param file the file's simple name, empty if there is none
   * @param line from 1
   * @param column from 1
   */
  public record Message(Diagnostic.Kind kind, String file, long line, long column, String text) {

    /** The diagnostic's id, empty if the message is not one of Stepwright's. */
    public String id() {
      int end = text.indexOf(']');
      return text.startsWith("[") && end > 0 ? text.substring(1, end) : "";
    }

    private static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
      JavaFileObject source = diagnostic.getSource();
      String name = source == null ? "" : source.getName();
      return new Message(
          diagnostic.getKind(),
          name.substring(name.lastIndexOf('/') + 1),
          diagnostic.getLineNumber() > 0 ? diagnostic.getLineNumber() : -1,
          diagnostic.getColumnNumber(),
          diagnostic.getMessage(Locale.ROOT));
    }

    @Override
    public String toString() {
      return kind + " " + file + ":" + line + ":" + column + " " + text;
    }
  }

  /** Messages of diagnostics, in the compiler's order. */
  static List<Message> messages(List<? extends Diagnostic<? extends JavaFileObject>> diagnostics) {
    List<Message> messages = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
      messages.add(Message.of(diagnostic));
    }
    return messages;
  }

  /** The errors. */
  public List<Message> errors() {
    return messages.stream().filter(each -> each.kind() == Diagnostic.Kind.ERROR).toList();
  }

  /** The warnings. */
  public List<Message> warnings() {
    return messages.stream()
        .filter(
            each ->
                each.kind() == Diagnostic.Kind.WARNING
                    || each.kind() == Diagnostic.Kind.MANDATORY_WARNING)
        .toList();
  }

  /** A generated source, such as {@code app/WiredOnboarding.java}. */
  public String source(String path) {
    return read(generated.resolve(path));
  }

  /** A resource in the class output. */
  public String resource(String path) {
    return read(classes.resolve(path));
  }

  /** A written file, by its path in {@link #files}. */
  public String file(String path) {
    return read(classes.getParent().resolve(path));
  }

  /** The paths of everything that was written, in order. */
  public List<String> files() {
    try (Stream<Path> files = Files.walk(classes.getParent())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.getParent().relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A class loader that sees the compiled classes. */
  public ClassLoader loader() {
    try {
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, Compiled.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
