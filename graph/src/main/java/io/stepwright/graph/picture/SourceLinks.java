package io.stepwright.graph.picture;

import io.stepwright.descriptor.EntryPointDescriptor;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.graph.source.SourceFolders;
import io.stepwright.graph.source.SourceLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes links from a file to the sources of steps. The links are relative to the file's folder, so
 * that both can be moved together.
 */
public final class SourceLinks {

  private final SourceFolders folders;
  private final @Nullable Path from;

  /**
   * Creates the links of a file.
   *
   * @param folders the source folders
   * @param from the folder of the file that contains the links, or null for absolute links
   */
  public SourceLinks(SourceFolders folders, @Nullable Path from) {
    this.folders = folders;
    this.from = from;
  }

  /**
   * A link.
   *
   * @param href the target
   * @param text the file and line, such as {@code Onboarding.java:23}
   */
  public record Link(String href, String text) {}

  /** Returns the link to a step's method; empty if its source is not found. */
  public Optional<Link> to(StepDescriptor step) {
    return folders.find(step.declaredBy(), step.method(), step.parameters()).map(this::link);
  }

  /** Returns the link to an entry point's method; empty if its source is not found. */
  public Optional<Link> to(EntryPointDescriptor entryPoint) {
    return folders
        .find(entryPoint.declaredBy(), entryPoint.method(), entryPoint.inputs())
        .map(this::link);
  }

  private Link link(SourceLine line) {
    return new Link(address(line.file()) + "#L" + line.line(), line.display());
  }

  private String address(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Path base = from == null ? null : from.toAbsolutePath().normalize();
    if (base == null || !absolute.getRoot().equals(base.getRoot())) {
      return absolute.toUri().toString();
    }
    try {
      String relative = base.relativize(absolute).toString().replace('\\', '/');
      return new URI(null, null, "./" + relative, null).getRawPath().substring(2);
    } catch (URISyntaxException e) {
      return absolute.toUri().toString();
    }
  }
}
