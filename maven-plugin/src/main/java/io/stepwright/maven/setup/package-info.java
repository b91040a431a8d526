/** The build extension: what it changes in which project, and why not in others. */
@NullMarked
package io.stepwright.maven.setup;

import org.jspecify.annotations.NullMarked;
