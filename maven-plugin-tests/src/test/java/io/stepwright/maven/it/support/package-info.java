/** Projects, and Mavens that build them. */
@NullMarked
package io.stepwright.maven.it.support;

import org.jspecify.annotations.NullMarked;
