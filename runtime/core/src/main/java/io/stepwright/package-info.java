/**
 * The annotations of an agent, and nothing else.
 *
 * <p>They are read at compile time by the annotation processor; at run time they have no effect and
 * are not visible.
 */
@NullMarked
package io.stepwright;

import org.jspecify.annotations.NullMarked;
