/** Projects, and the Maven installations that build them. */
@NullMarked
package io.stepwright.maven.it.support;

import org.jspecify.annotations.NullMarked;
