/** The goals of the Maven plugin, each a thin face of plain classes. */
@NullMarked
package io.stepwright.maven;

import org.jspecify.annotations.NullMarked;
