/** How servers misbehave, and what a user reads then. */
@NullMarked
package io.stepwright.it.errors;

import org.jspecify.annotations.NullMarked;
