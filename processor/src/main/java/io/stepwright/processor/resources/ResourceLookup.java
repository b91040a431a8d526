package io.stepwright.processor.resources;

/** Finds files by their paths from the root of the resources. */
@FunctionalInterface
public interface ResourceLookup {

  /** Looks for a file. */
  ResourceFiles.Found find(String path);
}
