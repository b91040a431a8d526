/** Parses JSON files and keeps the positions of all values. */
@NullMarked
package io.stepwright.processor.json;

import org.jspecify.annotations.NullMarked;
