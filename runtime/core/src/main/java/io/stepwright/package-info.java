/**
 * The annotations of an agent.
 *
 * <p>The annotation processor reads them at compile time. At run time they have no effect and are
 * not visible.
 */
@NullMarked
package io.stepwright;

import org.jspecify.annotations.NullMarked;
