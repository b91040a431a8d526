/**
 * The build extension: the changes that it makes to projects, and the decision in which projects.
 */
@NullMarked
package io.stepwright.maven.setup;

import org.jspecify.annotations.NullMarked;
