/** The goals of the Maven plugin. Each delegates to plain classes. */
@NullMarked
package io.stepwright.maven;

import org.jspecify.annotations.NullMarked;
