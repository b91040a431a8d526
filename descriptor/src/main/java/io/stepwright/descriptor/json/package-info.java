/**
 * JSON without a library: a bounded parser that keeps places for messages, and a writer for people.
 */
@NullMarked
package io.stepwright.descriptor.json;

import org.jspecify.annotations.NullMarked;
