package io.stepwright.processor.resources;

import java.util.List;

/** Finds files by their paths from the root of the resources, and remembers what it was asked. */
public interface ResourceLookup {

  /** Looks for a file. */
  ResourceFiles.Found find(String path);

  /** What was looked for up to now, found or not, in the order of the paths. */
  List<ResourceUse> used();
}
