package io.stepwright.processor.resources;

import org.jspecify.annotations.Nullable;

/**
 * A file that was looked for, so that tools can see when a generated class is older than its files.
 *
 * @param path where it is among the resources
 * @param from where it was found: {@code folder} for one of the option {@code
 *     stepwright.resources}, {@code class output}, {@code source path} or {@code class path}; null
 *     if it was not found
 * @param sha256 the digest of its text in UTF-8, in lower-case hexadecimal; null if it was not
 *     found
 */
public record ResourceUse(String path, @Nullable String from, @Nullable String sha256) {}
