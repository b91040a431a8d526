/**
 * Compares two short English texts word by word and says when they want different answers though
 * their embeddings are near each other: embeddings hardly see a digit, a negation or who does what
 * to whom.
 *
 * <p>What the guards know of English are closed classes of words, inflections and lists of
 * opposites. They refuse only what is clear; what they cannot judge they let pass.
 */
@NullMarked
package io.stepwright.cache.guard;

import org.jspecify.annotations.NullMarked;
