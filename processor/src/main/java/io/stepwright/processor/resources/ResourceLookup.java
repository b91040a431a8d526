package io.stepwright.processor.resources;

import java.util.List;

/** Finds files by their paths from the root of the resources, and records the paths. */
public interface ResourceLookup {

  /** Searches for a file. */
  ResourceFiles.Found find(String path);

  /** Returns the files that have been searched for, found or not, sorted by path. */
  List<ResourceUse> used();
}
