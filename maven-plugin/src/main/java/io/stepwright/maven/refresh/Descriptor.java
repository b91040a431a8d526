package io.stepwright.maven.refresh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the descriptor of a compiled agent says about the files that its class was made from.
 *
 * @param type the binary name of the agent
 * @param generated the name of the generated class
 * @param resources the files that were looked for
 */
record Descriptor(String type, String generated, List<Resource> resources) {

  Descriptor {
    resources = List.copyOf(resources);
  }

  /**
   * A file that the processor looked for.
   *
   * @param path where it is among the resources
   * @param from the kind of place where it was found; null if it was not
   * @param sha256 its digest in hexadecimal; null if it was not found
   */
  record Resource(String path, @Nullable String from, @Nullable String sha256) {}
}
