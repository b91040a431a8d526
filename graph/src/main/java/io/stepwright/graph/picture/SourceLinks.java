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
 * Links from a file to the sources of steps: relative to the file's folder, so that both can move
 * together.
 */
public final class SourceLinks {

  private final SourceFolders folders;
  private final @Nullable Path from;

  /**
   * Links for a file.
   *
   * @param folders where sources are
   * @param from the folder of the file that links, or null for absolute links
   */
  public SourceLinks(SourceFolders folders, @Nullable Path from) {
    this.folders = folders;
    this.from = from;
  }

  /**
   * A link.
   *
   * @param href where it leads
   * @param text file and line, such as {@code Onboarding.java:23}
   */
  public record Link(String href, String text) {}

  /** The link to a step's method; empty if its source is not there. */
  public Optional<Link> to(StepDescriptor step) {
    return folders.find(step.declaredBy(), step.method(), step.parameters()).map(this::link);
  }

  /** The link to an entry point's method; empty if its source is not there. */
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
