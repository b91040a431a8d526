package io.stepwright.graph.command;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to show graphs. Immutable.
 *
 * @param classes the output folder of the compiler
 * @param sources the source folders, which need not exist
 * @param format the name of the format
 * @param output the file to write, or null for none
 * @param agent the name of the only agent to show, or its type with or without its package; null
 *     for all agents
 * @param estimates estimated times, such as {@code gpt-4o-mini=400ms,code=5ms}, or null
 * @param measured a report of a run in JSON, or a folder with such reports, or null
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
