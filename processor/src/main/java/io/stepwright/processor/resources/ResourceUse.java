package io.stepwright.processor.resources;

import org.jspecify.annotations.Nullable;

/**
 * A file that was searched for. Tools use it to tell whether a generated class is older than its
 * files.
 *
 * @param path its path among the resources
 * @param from the place where it was found: {@code folder} for a folder of the option {@code
 *     stepwright.resources}, {@code class output}, {@code source path} or {@code class path}; null
 *     if it was not found
 * @param sha256 the digest of its text in UTF-8, in lower-case hexadecimal; null if it was not
 *     found
 */
public record ResourceUse(String path, @Nullable String from, @Nullable String sha256) {}
