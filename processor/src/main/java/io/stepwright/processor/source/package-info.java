/** Pieces of Java source: names, literals, and what a compiler makes of them. */
@NullMarked
package io.stepwright.processor.source;

import org.jspecify.annotations.NullMarked;
