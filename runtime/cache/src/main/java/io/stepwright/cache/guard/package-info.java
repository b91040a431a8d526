/**
 * Compares two short English texts word by word and detects different meanings although their
 * embeddings are near each other: embeddings hardly see a digit, a negation or the roles of agent
 * and patient.
 *
 * <p>The guards' knowledge of English consists of closed classes of words, inflections and lists of
 * opposites. They refuse clear differences only; a doubtful case in a text that they can judge
 * passes.
 */
@NullMarked
package io.stepwright.cache.guard;

import org.jspecify.annotations.NullMarked;
