package io.stepwright.graph.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to show. Immutable.
 *
 * @param classes the folder that the compiler wrote to
 * @param sources the source folders, which need not exist
 * @param format the name of the format
 * @param output the file to write, or null for none
 * @param agent the name, or the type with or without its package, of the only agent to show; or
 *     null for all
 * @param estimates estimated times, such as {@code gpt-4o-mini=400ms,code=5ms}, or null
 * @param measured a report of a run in JSON, or a folder with such, or null
 */
public record GraphRequest(
    Path classes,
    List<Path> sources,
    String format,
    @Nullable Path output,
    @Nullable String agent,
    @Nullable String estimates,
    @Nullable Path measured) {

  /** Copies the list. */
  public GraphRequest {
    sources = List.copyOf(sources);
  }
}
