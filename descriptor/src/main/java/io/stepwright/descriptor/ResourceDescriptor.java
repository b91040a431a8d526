package io.stepwright.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * A prompt or template that the processor looked for. Immutable.
 *
 * @param path its path among the resources
 * @param from the kind of location where it was found; null if it was not found
 * @param sha256 its digest in hexadecimal; null if it was not found
 */
public record ResourceDescriptor(String path, @Nullable String from, @Nullable String sha256) {}
