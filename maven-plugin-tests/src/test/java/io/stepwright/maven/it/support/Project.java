package io.stepwright.maven.it.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project in a folder of its own, which is empty at first. */
public final class Project {

  private final Path folder;
  private Path maven = Environment.maven();

  private Project(Path folder) {
    this.folder = folder;
  }

  /** Creates a project; one left from an earlier run is deleted. */
  public static Project named(String name) throws IOException {
    Path folder = Environment.target().resolve("projects").resolve(name);
    Folders.delete(folder);
    // Stops Maven's search for this folder, which would find the options of this repository.
    Files.createDirectories(folder.resolve(".mvn"));
    return new Project(folder);
  }

  /** Sets the Maven that builds the project. */
  public Project with(Path mavenHome) {
    maven = mavenHome;
    return this;
  }

  /** Writes a file. */
  public Project file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** Deletes a file. */
  public Project delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
    return this;
  }

  /** Runs Maven. */
  public Build build(String... arguments) {
    return Maven.run(maven, folder, arguments);
  }

  /** Returns the path of a file of the project. */
  public Path path(String path) {
    return folder.resolve(path);
  }

  /** Returns the content of a file. */
  public String text(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }
}
