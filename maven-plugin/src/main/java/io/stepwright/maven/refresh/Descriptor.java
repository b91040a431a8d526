package io.stepwright.maven.refresh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of an agent's descriptor that lists the files of which its generated class was made.
 *
 * @param type the binary name of the agent
 * @param generated the name of the generated class
 * @param resources the files that were searched for
 */
record Descriptor(String type, String generated, List<Resource> resources) {

  Descriptor {
    resources = List.copyOf(resources);
  }

  /**
   * A file that the processor searched for.
   *
   * @param path its path among the resources
   * @param from the kind of location where it was found; null if it was not found
   * @param sha256 its digest in hexadecimal; null if it was not found
   */
  record Resource(String path, @Nullable String from, @Nullable String sha256) {}
}
